import { hash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SelfTest } from '@nguon/domain/alarms'
import type { Airing } from '@nguon/domain/airings'
import type { Assignment } from '@nguon/domain/assignments'
import type { Guard, Lineup, LineupItem } from '@nguon/domain/lineups'
import { documentTypes, type PublicKey, sign, type SigningKey } from '@nguon/contract/signing'
import { exportJWK, generateKeyPair } from 'jose'
import type { MadeAudio } from './make-audio.ts'

/** A server of the tests' own, on the wire exactly what devices may meet, well-behaved or not. */
export interface Peer {
  readonly url: string
  /** Airings in the order they were first received; a repeated one is not added. */
  readonly airings: Airing[]
  readonly refusals: { subject: string; fault: string; detail: string }[]
  readonly heartbeats: unknown[]
  /** As they came, repeated ones too. */
  readonly selfTests: SelfTest[]
  readonly requests: { method: string; url: string; range: string | undefined }[]
  /** The JWS to answer with; null: 404. */
  lineup: string | null
  /** The same of the assignment; a number: this status; null: 401, as a server answers that knows no such document. */
  assignment: string | number | null
  now: () => number
  mqttUrl: string
  readonly audio: Map<string, MadeAudio>
  /** Overrides the answer to a medium. */
  serveMedia: ((request: IncomingMessage, response: ServerResponse, audio: MadeAudio) => void) | null
  acknowledging: boolean
  sign(lineup: Lineup, key?: SigningKey): Promise<string>
  signAssignment(assignment: Assignment, key?: SigningKey): Promise<string>
  /** From now on another key signs; the key set, signed by the root, holds both. */
  rotateKey(): Promise<void>
  close(): Promise<void>
  listen(): Promise<void>
}

/** Its place in the spread of downloads is the very first, so that tests need not wait for hours. */
export const deviceId = 'dddddddddddddddddddd050528'
export const unitId = 'x'.repeat(26)
export const secret = 'm'.repeat(40)

export async function makeKey(kid: string): Promise<{ signing: SigningKey; jwk: PublicKey }> {
  const pair = await generateKeyPair('Ed25519', { extractable: true })
  const { x = '' } = await exportJWK(pair.publicKey)
  return { signing: { kid, privateKey: pair.privateKey }, jwk: { kid, kty: 'OKP', crv: 'Ed25519', x } }
}

export async function startPeer(): Promise<Peer> {
  const root = await makeKey('root')
  let key = await makeKey('k1')
  const forever = { notBefore: 0, notAfter: 8_000_000_000_000 }
  const signKeys = (issuedAt: number, keys: readonly PublicKey[]) =>
    sign(documentTypes.keySet, { issuedAt, keys: keys.map(jwk => ({ ...jwk, ...forever })) }, root.signing)
  let keys = await signKeys(1, [key.jwk])
  const received = new Set<string>()
  let server: Server = createServer()
  let port = 0

  const peer: Peer = {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    airings: [],
    refusals: [],
    heartbeats: [],
    selfTests: [],
    requests: [],
    lineup: null,
    assignment: null,
    now: () => Date.now(),
    mqttUrl: 'mqtt://127.0.0.1:1',
    audio: new Map(),
    serveMedia: null,
    acknowledging: true,
    sign: (lineup, signing = key.signing) => sign(documentTypes.lineup, lineup, signing),
    signAssignment: (assignment, signing = key.signing) => sign(documentTypes.assignment, assignment, signing),
    async rotateKey() {
      const before = key
      key = await makeKey('k2')
      keys = await signKeys(2, [before.jwk, key.jwk])
    },
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
    async listen() {
      server = createServer((request, response) => void answer(request, response))
      await new Promise<void>(resolve => {
        server.listen(port, '127.0.0.1', resolve)
      })
      ;({ port } = server.address() as AddressInfo)
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '' } = request
    peer.requests.push({ method, url: path, range: request.headers.range })
    const jose = (text: string, etag = '') => {
      if (etag !== '' && request.headers['if-none-match'] === etag) return response.writeHead(304).end()
      return response.writeHead(200, { 'content-type': 'application/jose', ...(etag && { etag }) }).end(text)
    }
    if (path === '/api/devices/claim')
      return json(response, {
        deviceId,
        secret,
        unitId,
        unitPath: [unitId],
        rootKey: root.jwk,
        mqttUrl: peer.mqttUrl,
      })
    const expected = `Basic ${Buffer.from(`${deviceId}:${secret}`).toString('base64')}`
    if (request.headers.authorization !== expected) return void response.writeHead(401).end()
    if (path === '/api/devices/keys') return void jose(keys)
    if (path.startsWith('/api/devices/time')) {
      const nonce = new URL(path, peer.url).searchParams.get('nonce')
      return void jose(await sign(documentTypes.time, { now: Math.round(peer.now()), nonce }, key.signing))
    }
    if (path === '/api/devices/assignment')
      return void (typeof peer.assignment === 'string'
        ? jose(peer.assignment)
        : response.writeHead(peer.assignment ?? 401).end())
    if (path.startsWith('/api/devices/lineup'))
      return void (peer.lineup === null
        ? response.writeHead(404).end()
        : jose(peer.lineup, `"${hash('sha1', peer.lineup)}"`))
    if (path === '/api/devices/messages') return json(response, take(JSON.parse(await textOf(request)) as Message))
    const audio = peer.audio.get(path.replace('/media/', ''))
    if (!audio) return void response.writeHead(404).end()
    if (peer.serveMedia) return peer.serveMedia(request, response, audio)
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    response.writeHead(from > 0 ? 206 : 200, {
      'content-range': `bytes ${from}-${audio.bytes - 1}/${audio.bytes}`,
    })
    response.end(audio.body.subarray(from))
  }

  function take(message: Message): { acknowledged: { log: string; seq: number } | null } {
    if (message.kind === 'heartbeat') peer.heartbeats.push(message.telemetry)
    if (message.kind === 'refusals') peer.refusals.push(...message.refusals)
    if (message.kind === 'self-tests') {
      peer.selfTests.push(...message.tests)
      const newest = message.tests.at(-1)
      return { acknowledged: newest && peer.acknowledging ? { log: newest.log, seq: newest.seq } : null }
    }
    const airings = message.kind === 'airings' ? message.airings : []
    for (const airing of airings) {
      const row = `${airing.log} ${airing.seq}`
      if (!received.has(row)) peer.airings.push(airing)
      received.add(row)
    }
    const last = airings.at(-1)
    return { acknowledged: last && peer.acknowledging ? { log: last.log, seq: last.seq } : null }
  }

  await peer.listen()
  return peer
}

type Message =
  | { kind: 'heartbeat'; telemetry: unknown }
  | { kind: 'refusals'; refusals: Peer['refusals'] }
  | { kind: 'airings'; airings: Airing[] }
  | { kind: 'self-tests'; tests: SelfTest[] }

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

export const openGuard: Guard = {
  zoneOffsets: [{ from: 0 as Guard['zoneOffsets'][number]['from'], offsetMinutes: 420 }],
  quietHours: [],
  quietSpans: [],
  broadcastWindows: [],
  silentDays: [],
  maximumVolumeByHour: Array.from({ length: 24 }, () => 100),
}

export function peerItem(id: string, startsAt: number, audio: MadeAudio, change: Partial<LineupItem> = {}): LineupItem {
  const item = {
    id,
    slotId: 's'.repeat(26),
    startsAt,
    endsAt: startsAt + audio.seconds * 1000,
    class: 'normal',
    title: `Bản tin ${id}`,
    rendition: { mediaSha256: audio.sha256, offsetSeconds: 0 },
    contentHashes: ['c'.repeat(64)],
    bulletinIds: ['b'.repeat(26)],
  }
  return { ...(item as unknown as LineupItem), ...change }
}

export function peerLineup(
  version: number,
  issuedAt: number,
  items: readonly LineupItem[],
  audios: readonly MadeAudio[],
  change: Partial<Lineup> = {},
): Lineup {
  const media = audios.map(({ sha256, bytes, seconds, mediaType }) => ({ sha256, bytes, seconds, mediaType }))
  const validUntil = issuedAt + 8 * 86_400_000
  const lineup = { version, audienceId: 'u'.repeat(26), unitId, issuedAt, validUntil, guard: openGuard, items, media }
  return { ...(lineup as unknown as Lineup), ...change }
}
