import type { Access, OperationMeta } from '@nguon/contract/platform'
import type { Answer, Visitor } from '@nguon/tests/house'

/** One operation as it is served. */
export interface Operation {
  /** Module and name: `territory.addUnit`. */
  readonly key: string
  readonly access: Access
  readonly method: string
  /** With its parameters: `/devices/{deviceId}`. */
  readonly path: string
}

interface Procedure {
  readonly '~orpc': {
    readonly meta: OperationMeta
    readonly route: { readonly method?: string; readonly path?: string }
  }
}

/** Every operation of the router that is served, from the contract it implements. */
export function operationsOf(router: object, prefix = ''): Operation[] {
  return Object.entries(router).flatMap(([name, part]: [string, object]) => {
    const key = prefix === '' ? name : `${prefix}.${name}`
    if (!('~orpc' in part)) return operationsOf(part, key)
    const { meta, route } = (part as Procedure)['~orpc']
    if (!meta.access || !route.path) throw new Error(`${key} states no access or no path`)
    return [{ key, access: meta.access, method: route.method ?? 'POST', path: route.path }]
  })
}

export type Input = Readonly<Record<string, unknown>>

const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** Half a surrogate pair has no form in an address: bytes that are no UTF-8 stand for it, as a hostile client sends them. */
const inPath = (value: unknown) => {
  const text = asText(value)
  return text.isWellFormed() ? encodeURIComponent(text) || '%00' : '%ED%A0%80'
}

/** Calls an operation: what its path names goes into the path, the rest into the query or the body. */
export function send(who: Visitor, { method, path }: Operation, input: Input): Promise<Answer> {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => inPath(input[name]))
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !named.includes(name)))
  if (method !== 'GET') return who.call(method, filled, rest)
  const query = new URLSearchParams(
    Object.entries(rest)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, asText(value)]),
  )
  return who.call(method, query.size === 0 ? filled : `${filled}?${query.toString()}`)
}
