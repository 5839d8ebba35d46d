import { lookup as resolveName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, fetch as fetchWith } from 'undici'

/** An address no request of ours may go to. */
export class AddressRefused extends Error {
  readonly host: string
  readonly address: string

  constructor(host: string, address: string) {
    super(`${host} (${address}) is not an address of the public internet`)
    this.name = 'AddressRefused'
    this.host = host
    this.address = address
  }
}

/** Loopback, private, link-local, reserved and the like are inside somewhere; only what is left is outside. */
function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast'
}

/**
 * `fetch` for addresses that someone typed: every address a name resolves to is looked at when the connection is made, so
 * neither a redirect nor a name that changes its mind leads inside. Hosts in `inside` are the administrator's own choice.
 */
export function guardedFetch({ inside = [] }: { inside?: readonly string[] } = {}): typeof fetch {
  const allowed = new Set(inside.map(host => host.toLowerCase()))
  const lookup: LookupFunction = (host, options, done) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0)
      const refused = addresses.find(({ address }) => !allowed.has(host.toLowerCase()) && !isPublic(address))
      if (refused) return done(new AddressRefused(host, refused.address), '', 0)
      const [first] = addresses
      return options.all ? done(null, addresses) : done(null, first?.address ?? '', first?.family ?? 4)
    })
  }
  const dispatcher = new Agent({ connect: { lookup } })
  const guarded = async (input: string | URL, init?: object) => {
    const { hostname, protocol } = new URL(input)
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
    if (protocol !== 'http:' && protocol !== 'https:') throw new AddressRefused(host, protocol)
    // A literal address is never looked up, in a redirect neither: those are refused rather than followed unseen.
    if (isIP(host) && !allowed.has(host) && !isPublic(host)) throw new AddressRefused(host, host)
    return fetchWith(input, { redirect: 'error', ...init, dispatcher })
  }
  return guarded as unknown as typeof fetch
}
