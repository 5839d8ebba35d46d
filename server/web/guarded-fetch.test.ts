import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedFetch } from './guarded-fetch.ts'

let server: Server
let port: number
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/elsewhere') response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end()
    else response.end('inside')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

const causeOf = (error: unknown): unknown => (error as { cause?: unknown }).cause ?? error

describe('the guard of outgoing requests', () => {
  it.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data',
    'http://0.0.0.0/',
    'http://2130706433/',
    'file:///etc/passwd',
  ])('goes nowhere inside: %s', async url => {
    const error = await guardedFetch()(url).catch(causeOf)
    expect((error as Error).name).toBe('AddressRefused')
  })

  it('looks at what a name resolves to', async () => {
    const error = await guardedFetch()(`http://localhost:${port}/`).catch(causeOf)
    expect((error as Error).name).toBe('AddressRefused')
  })

  it('reaches a host the administrator named, and follows no redirect from it', async () => {
    const fetchInside = guardedFetch({ inside: ['localhost'] })
    expect(await (await fetchInside(`http://localhost:${port}/`)).text()).toBe('inside')
    await expect(fetchInside(`http://localhost:${port}/elsewhere`)).rejects.toThrow('fetch failed')
  })
})
