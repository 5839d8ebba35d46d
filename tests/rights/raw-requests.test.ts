import { roles } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Visitor } from '@nguon/tests/house'
import { connectRaw } from '@nguon/tests/raw-device'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { operationsOf } from './operations.ts'

const runs = 30
const seed = 20_261_121
const house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
afterAll(() => house.close())
const device = await claimedDevice(house, '24343')
const sovereign = await house.signIn((await house.newAccount('66', roles)).accountId)
const { port } = new URL(house.url)

/** Routes that are no operation of the contract. */
const rawRoutes: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/healthz'],
  ['GET', '/readyz'],
  ['GET', '/metrics'],
  ['GET', '/api'],
  ['GET', '/api/openapi.json'],
  ['GET', '/api/auth/link?ma=x'],
  ['GET', `/media/${'a'.repeat(64)}`],
  ['GET', `/media/${'a'.repeat(64)}/horn`],
  ['POST', '/media/uploads'],
  ['OPTIONS', '/media/uploads'],
  ['HEAD', `/media/uploads/${'a'.repeat(32)}`],
  ['PATCH', `/media/uploads/${'a'.repeat(32)}`],
  ['DELETE', `/media/uploads/${'a'.repeat(32)}`],
  ['POST', '/api/devices/claim'],
  ['GET', '/api/devices/keys'],
  ['GET', '/api/devices/time?nonce=0123456789abcdef'],
  ['POST', '/api/devices/messages'],
  ['GET', '/api/devices/lineup'],
  ['GET', `/api/devices/lineups/${'a'.repeat(26)}/1`],
  ['GET', '/mqtt'],
  ['GET', '/khong-co-trang-nay'],
]

/** Words a header may carry on the wire: Node and every proxy refuse the rest before it reaches us. */
const headerText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '"',
    'W/"',
    '*',
    'Basic',
    'Basic !!!!',
    'Basic OjpAQEA=',
    'Bearer ',
    'Bearer null',
    'bytes=0-',
    'bytes=-1',
    'bytes=5-1',
    'bytes=99999999999999999999-',
    'bytes=0-0,1-1,2-2',
    'nguon.session_token=%',
    'nguon.session_token=x.y; nguon.session_token=z',
    'application/json; charset=\u00ff',
    'multipart/form-data; boundary=',
    'gzip, deflate, br',
    '-1',
    '9'.repeat(40),
    'Infinity',
    '127.0.0.1, ::1',
    'http://[::1',
    'null',
    'filename,relativePath x',
    'filename \u00ff\u00fe==',
    'a'.repeat(4000),
  ),
  fc.string({ unit: 'binary-ascii', maxLength: 200 }).map(text => text.replaceAll(/[^\t\x20-\x7e]/g, '')),
)

const headerNames = [
  'authorization',
  'cookie',
  'if-none-match',
  'if-match',
  'if-modified-since',
  'if-range',
  'range',
  'accept',
  'accept-language',
  'content-type',
  'origin',
  'sec-fetch-site',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'idempotency-key',
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-metadata',
  'upload-defer-length',
  'upload-concat',
  'x-http-method-override',
  'user-agent',
] as const

const headers = fc.dictionary(fc.constantFrom<string>(...headerNames), headerText, { minKeys: 1, maxKeys: 5 })

const multipart = (boundary: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="../../x.mp3"\r\n\r\n\0\r\n--${boundary}--`

const bodies = fc.oneof(
  fc.constantFrom('', '{', 'null', '[]', '{"kind":"heartbeat"}', '{"__proto__":{"polluted":true}}', multipart('x')),
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 500 }),
)

const query = fc
  .dictionary(
    fc.constantFrom('unitId', 'limit', 'cursor', 'ma', 'nonce', 'day', 'search', 'x'),
    fc.string({ maxLength: 80 }),
  )
  .map(fields => new URLSearchParams(Object.entries(fields)).toString())

const insides = /node_modules|\bat .*\.ts:\d|\/server\/|kysely|syntax error|violates|ECONN|ENOENT|TypeError/

async function attempt(who: Visitor, method: string, path: string, init: RequestInit): Promise<void> {
  const wanted = method === 'GET' || method === 'HEAD' ? { ...init, body: null } : init
  const answer = await who.fetch(path, { ...wanted, method, signal: AbortSignal.timeout(8_000) })
  const told = await answer.text()
  const described = `${method} ${path} ${JSON.stringify(init).slice(0, 400)} gave ${answer.status} ${told.slice(0, 300)}`
  expect(answer.status, described).toBeLessThan(500)
  if (!/openapi|\/api$|lam-viec|metrics|readyz/.test(path.split('?')[0] ?? ''))
    expect(told, described).not.toMatch(insides)
}

describe('random and hostile requests', () => {
  it.each(rawRoutes)('%s %s: no header, query or body brings it down', async (method, path) => {
    for (const who of [house.visitor(), sovereign, device]) {
      await fc.assert(
        fc.asyncProperty(headers, bodies, query, async (given, body, more) => {
          const address = more === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${more}`
          await attempt(who, method, address, { headers: given, body })
        }),
        { numRuns: Math.ceil(runs / 3), seed, endOnFailure: true },
      )
    }
  })

  it('no header or query brings an operation down, whoever sends it', async () => {
    const operations = operationsOf(house.server.router)
    const any = fc.constantFrom(...operations)
    await fc.assert(
      fc.asyncProperty(
        any,
        headers,
        query,
        bodies,
        fc.constantFrom(0, 1, 2),
        async (operation, given, more, body, who) => {
          const visitor = [house.visitor(), sovereign, device][who] ?? sovereign
          const path = `/api${operation.path.replaceAll(/\{\w+\}/g, () => 'z'.repeat(26))}?${more}`
          await attempt(visitor, operation.method, path, { headers: given, body })
        },
      ),
      { numRuns: runs * 10, seed, endOnFailure: true },
    )
  })

  it.each([
    'GET /mqtt HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    'GET /mqtt HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x\r\n\r\n',
    'GET /mqtt HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n\x82\xfe\xff\xff\0\0\0\0',
    'GET /khac HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    'POST /api/devices/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n',
    'NONSENSE\r\n\r\n',
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  ])('bytes that are no request leave the server standing: %#', async bytes => {
    const socket = await connectRaw(Number(port))
    const answered = new Promise<string>(resolve => {
      let heard = ''
      socket.on('data', chunk => {
        heard += chunk.toString('latin1')
        resolve(heard)
      })
      socket.on('close', () => resolve(heard))
    })
    socket.write(Buffer.from(bytes, 'latin1'))
    const told = await answered
    socket.destroy()
    expect(told).not.toMatch(/^HTTP\/1\.1 5/)
    expect(told).not.toMatch(insides)
    expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
  })
})
