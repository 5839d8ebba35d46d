import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify, type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveConsole } from './serve-console.ts'

describe('the pages of the workplace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nguon-console-'))
  let app: FastifyInstance

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<title>Nguồn</title>')
    writeFileSync(join(folder, 'assets', 'main-abc.js'), 'plain()')
    writeFileSync(join(folder, 'assets', 'main-abc.js.br'), 'squeezed')
    app = fastify()
    await app.register(async scope => serveConsole(scope, { folder }))
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true })
  })

  it.each(['/lam-viec', '/lam-viec/', '/lam-viec/tin/01abc', '/lam-viec/duyet?x=1'])(
    '%s is the page, asked for anew each time, and runs no script from elsewhere',
    async url => {
      const { statusCode, headers, body } = await app.inject({ url })
      expect([statusCode, headers['cache-control'], body]).toEqual([200, 'no-cache', '<title>Nguồn</title>'])
      expect(headers['content-security-policy']).toMatch(/script-src 'self';/)
    },
  )

  it('I32 pictures come from no other host, unless the installation named the one of its map', async () => {
    const imagesOf = async (url: string, server: FastifyInstance) => {
      const { headers } = await server.inject({ url })
      return /img-src ([^;]*);/.exec(String(headers['content-security-policy']))?.[1]
    }
    expect(await imagesOf('/lam-viec', app)).toBe("'self' data: blob:")
    const mapped = fastify()
    const mapTiles = { address: 'https://tiles.daklak.example/{z}/{x}/{y}.png' }
    await mapped.register(async scope => serveConsole(scope, { folder, mapTiles }))
    expect(await imagesOf('/lam-viec', mapped)).toBe("'self' data: blob: https://tiles.daklak.example")
    await mapped.close()
  })

  it('assets are kept for good and come squeezed to those who can read that', async () => {
    const { headers, body } = await app.inject({
      url: '/lam-viec/assets/main-abc.js',
      headers: { 'accept-encoding': 'br' },
    })
    expect([headers['cache-control'], headers['content-encoding'], body]).toEqual([
      'public, max-age=31536000, immutable',
      'br',
      'squeezed',
    ])
  })

  it.each(['/lam-viec/assets/main-old.js', '/lam-viec/../package.json', '/lam-viec/%2e%2e/package.json'])(
    '%s is not there',
    async url => {
      const { statusCode, body } = await app.inject({ url })
      expect([statusCode, body.includes('workspaces')]).toEqual([404, false])
    },
  )

  it('says what to do when the screens were not built', async () => {
    const bare = fastify()
    await bare.register(async scope => serveConsole(scope, { folder: join(folder, 'nowhere') }))
    const { statusCode, body } = await bare.inject({ url: '/lam-viec/tin' })
    expect([statusCode, body]).toEqual([503, expect.stringContaining('npm run build -w console')])
    await bare.close()
  })
})
