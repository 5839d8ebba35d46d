import { rmSync } from 'node:fs'
import { openServer, type Server } from '@nguon/server'
import { openPlatform, type Platform, readConfig, settableClock } from '@nguon/server/platform'
import { freshPglite } from '@nguon/tests/databases'
import { temporaryFolder } from '@nguon/tests/leashed-process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const person = { userName: 'quantri', name: 'Hoàng Quốc Việt', password: 'núi cao sông dài biển rộng' }
const rootUnit = { code: '66', name: 'Tỉnh Đắk Lắk' }

describe('T4: the first run of a server', () => {
  const folder = temporaryFolder('first-run')
  let platform: Platform
  let server: Server

  beforeEach(async () => {
    const config = readConfig({
      NGUON_DATA: folder,
      NGUON_PORT: '0',
      NGUON_MQTT_PORT: '0',
      NGUON_LOG_LEVEL: 'silent',
      NGUON_BASE_URL: 'https://nguon.example.vn',
    })
    platform = await openPlatform(config, { clock, database: await freshPglite() })
    server = await openServer(platform)
  })
  afterEach(async () => {
    await server.close()
    await platform.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const post = (path: string, body: unknown) =>
    fetch(new URL(`/api${path}`, server.url), {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const codeOf = async (answer: Promise<Response>) => ((await (await answer).json()) as { code: string }).code
  const token = async () => {
    const path = await server.entrance.setUpLink()
    expect(path).toMatch(/^\/lam-viec\/thiet-lap\?ma=[\w-]{43}$/)
    return path?.split('=')[1]
  }

  it('a link, once, makes the first administrator and the root of the territory', async () => {
    const ma = await token()
    expect(await codeOf(post('/auth/set-up', { ...person, token: ma }))).toBe('NO_UNIT_YET')
    expect(await codeOf(post('/auth/set-up', { ...person, token: ma, rootUnit, password: 'matkhau123' }))).toBe(
      'PASSWORD_TOO_COMMON',
    )
    const done = await post('/auth/set-up', { ...person, token: ma, rootUnit })
    expect(await done.json()).toEqual({ state: 'signedIn' })
    const cookie = done.headers.getSetCookie().find(line => line.includes('session_token')) ?? ''
    expect(cookie).toMatch(/^__Secure-nguon\.session_token=.*; Secure/i)
    const me = await fetch(new URL('/api/auth/me', server.url), { headers: { cookie: cookie.split(';')[0] ?? '' } })
    expect(await me.json()).toMatchObject({ account: { userName: 'quantri' }, grants: [{ role: 'administrator' }] })

    expect(await server.entrance.setUpLink()).toBeNull()
    expect(await codeOf(post('/auth/set-up', { ...person, userName: 'kesau', token: ma, rootUnit }))).toBe(
      'LINK_NOT_USABLE',
    )
  })

  it('a later link withdraws the one before, and a day ends it', async () => {
    const first = await token()
    const second = await token()
    expect(await codeOf(post('/auth/set-up', { ...person, token: first, rootUnit }))).toBe('LINK_NOT_USABLE')
    clock.advance(24 * 3_600_000)
    expect(await codeOf(post('/auth/set-up', { ...person, token: second, rootUnit }))).toBe('LINK_NOT_USABLE')
  })

  it('without the demo there are no sign-in links', async () => {
    const answer = await fetch(new URL(`/api/auth/link?ma=${'a'.repeat(43)}`, server.url), { redirect: 'manual' })
    expect(answer.status).toBe(404)
  })
})
