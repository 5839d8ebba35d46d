import type { AccountId } from '@nguon/domain/platform'
import { settableClock, transact } from '@nguon/server/platform'
import { openTestHouse, type TestHouse, type Visitor } from '@nguon/tests/house'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findLines } from '@nguon/server/audit'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { createOTP } from '@better-auth/utils/otp'
import { base32 } from '@better-auth/utils/base32'

const minute = 60_000
const good = 'một câu dễ nhớ của tôi'
let address = 0

describeOnEitherDatabase('signing in', open => {
  const clock = settableClock(Date.UTC(2026, 10, 21, 1))
  let house: TestHouse
  let administratorId: AccountId

  beforeAll(async () => {
    house = await openTestHouse({ clock, database: await open() })
    administratorId = (await house.newAccount('24343', ['administrator'])).accountId
  })
  afterAll(() => house.close())

  const elsewhere = () => house.visitor({ 'x-forwarded-for': `192.0.2.${(address += 1)}` })
  const trySignIn = (who: Visitor, userName: string, password: string) =>
    who.call('POST', '/auth/sign-in', { userName, password })

  /** An account with a password, set through the invitation an administrator made. */
  async function memberWithPassword(): Promise<{ accountId: string; userName: string; visitor: Visitor }> {
    const administrator = await house.signIn(administratorId)
    const { accountId, userName } = await house.newAccount('24343', ['author'])
    const invited = await administrator.call<{ path: string }>('POST', `/accounts/${accountId}/invite`, {})
    expect(invited.status).toBe(200)
    const token = new URL(invited.body.path, house.url).searchParams.get('ma')
    const visitor = elsewhere()
    expect((await visitor.call('POST', '/auth/invitation/read', { token })).body).toMatchObject({ userName })
    expect((await visitor.call('POST', '/auth/invitation', { token, password: good })).body).toEqual({
      state: 'signedIn',
    })
    expect((await visitor.call('POST', '/auth/invitation', { token, password: good })).body['code']).toBe(
      'LINK_NOT_USABLE',
    )
    return { accountId, userName, visitor }
  }

  it('T4: an invited officer sets a password, is known, signs out and in again', async () => {
    const { userName, visitor } = await memberWithPassword()
    const me = await visitor.call('GET', '/auth/me')
    expect(me.body).toMatchObject({
      account: { userName },
      grants: [{ role: 'author', unitPath: [house.units['66'], house.units['24343']] }],
    })
    expect((await visitor.call('POST', '/auth/sign-out', {})).status).toBe(200)
    expect((await visitor.call('GET', '/auth/me')).status).toBe(401)
    const again = await trySignIn(visitor, ` ${userName.toUpperCase()} `, good)
    expect(again.body).toEqual({ state: 'signedIn' })
    const cookie = again.headers.getSetCookie().find(line => line.includes('session_token'))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Secure/i)
    expect((await visitor.call('GET', '/auth/me')).status).toBe(200)
  })

  it('T4: ten wrong passwords lock the name from that address, for longer each time, and tell nobody if it exists', async () => {
    const { accountId, userName } = await memberWithPassword()
    const [known, unknown] = [elsewhere(), elsewhere()]
    for (const [who, name] of [
      [known, userName],
      [unknown, 'khong.co.nguoi.nay'],
    ] as const) {
      for (let time = 1; time <= 9; time += 1) {
        const answer = await trySignIn(who, name, 'sai mật khẩu rồi')
        expect(answer).toMatchObject({ status: 401, body: { code: 'SIGN_IN_WRONG' } })
      }
      const tenth = await trySignIn(who, name, 'sai mật khẩu rồi')
      expect(tenth).toMatchObject({ status: 429, body: { code: 'SIGN_IN_LOCKED', data: { minutes: 15 } } })
      expect(tenth.body['title']).toContain('sau 15 phút')
    }
    expect((await trySignIn(known, userName, good)).body['code']).toBe('SIGN_IN_LOCKED')
    expect((await trySignIn(elsewhere(), userName, good)).status).toBe(200)
    clock.advance(15 * minute)
    for (let time = 1; time <= 10; time += 1) await trySignIn(known, userName, 'lại sai nữa')
    expect((await trySignIn(known, userName, good)).body).toMatchObject({ data: { minutes: 30 } })
    clock.advance(30 * minute)
    expect((await trySignIn(known, userName, good)).status).toBe(200)

    const lines = await findLines(house.db, { unitIds: null, subjectId: accountId, before: null, limit: 100 })
    expect(lines.filter(line => line.action === 'identity.failToSignIn')).toHaveLength(18)
    expect(lines.filter(line => line.action === 'identity.lockSignIn')).toHaveLength(2)
    expect(JSON.stringify(lines)).not.toContain('sai mật khẩu')
  })

  it('T4: the second factor turns on with its first code, is asked for at sign-in, and takes a code once', async () => {
    const { userName, visitor } = await memberWithPassword()
    expect((await visitor.call('POST', '/auth/second-factor/begin', { password: 'không phải' })).body['code']).toBe(
      'PASSWORD_WRONG',
    )
    const begun = await visitor.call<{ secret: string; uri: string; recoveryCodes: string[] }>(
      'POST',
      '/auth/second-factor/begin',
      { password: good },
    )
    expect(begun.body.uri).toContain(encodeURIComponent(userName))
    expect(begun.body.recoveryCodes).toHaveLength(10)
    const secret = new TextDecoder().decode(base32.decode(begun.body.secret))
    const code = await createOTP(secret).totp()
    expect((await visitor.call('POST', '/auth/second-factor/give', { code })).status).toBe(200)
    expect((await visitor.call('GET', '/auth/me')).body).toMatchObject({
      account: { hasSecondFactor: true },
      secondFactorAt: clock.now(),
    })

    const phone = elsewhere()
    expect((await trySignIn(phone, userName, good)).body).toEqual({ state: 'secondFactorNeeded' })
    expect((await phone.call('GET', '/auth/me')).status).toBe(401)
    const replayed = await phone.call('POST', '/auth/second-factor', { code })
    expect(replayed).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR_WRONG' } })
    const [recovery = ''] = begun.body.recoveryCodes
    expect((await phone.call('POST', '/auth/second-factor', { code: recovery })).body).toEqual({ state: 'signedIn' })
    expect((await phone.call('GET', '/auth/me')).status).toBe(200)

    const third = elsewhere()
    await trySignIn(third, userName, good)
    expect((await third.call('POST', '/auth/second-factor', { code: recovery })).body['code']).toBe(
      'SECOND_FACTOR_WRONG',
    )
    for (let time = 1; time <= 4; time += 1) await third.call('POST', '/auth/second-factor', { code: '000000' })
    expect((await third.call('POST', '/auth/second-factor', { code: '000000' })).body['code']).toBe(
      'SECOND_FACTOR_EXPIRED',
    )
  })

  it('T4: a session ends after a day unused, and after a week in any case', async () => {
    const { visitor } = await memberWithPassword()
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      expect((await visitor.call('GET', '/auth/me')).status).toBe(200)
      clock.advance(11 * 60 * minute)
    }
    clock.advance(10 * 60 * minute)
    expect(await visitor.call('GET', '/auth/me')).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } })

    const { visitor: idle } = await memberWithPassword()
    clock.advance(12 * 60 * minute)
    expect((await idle.call('GET', '/auth/me')).status).toBe(401)
  })

  it('T4: one sees where one is signed in and signs out one device, or all others', async () => {
    const { userName, visitor } = await memberWithPassword()
    const [second, third] = [elsewhere(), elsewhere()]
    await trySignIn(second, userName, good)
    await trySignIn(third, userName, good)
    const list = await visitor.call<{ items: { id: string; current: boolean; address: string }[] }>(
      'GET',
      '/auth/sessions',
    )
    expect(list.body.items).toHaveLength(3)
    expect(list.body.items.filter(item => item.current)).toHaveLength(1)
    const other = list.body.items.find(item => !item.current)
    await visitor.call('DELETE', `/auth/sessions/${other?.id}`)
    expect((await visitor.call('POST', '/auth/sessions/end-others', {})).body).toEqual({ ended: 1 })
    expect((await second.call('GET', '/auth/me')).status).toBe(401)
    expect((await third.call('GET', '/auth/me')).status).toBe(401)
    expect((await visitor.call('GET', '/auth/me')).status).toBe(200)
  })

  it('T4: a new password is a good one, and ends the other sessions', async () => {
    const { userName, visitor } = await memberWithPassword()
    const other = elsewhere()
    await trySignIn(other, userName, good)
    const change = (current: string, next: string) => visitor.call('POST', '/auth/password', { current, next })
    expect((await change('không phải', 'câu nào cũng được nhé')).body['code']).toBe('PASSWORD_WRONG')
    expect((await change(good, 'matkhau@2026')).body).toMatchObject({
      status: 422,
      code: 'PASSWORD_TOO_COMMON',
      data: { field: 'next' },
    })
    expect((await change(good, 'sáng nay trời đẹp quá')).status).toBe(200)
    expect((await other.call('GET', '/auth/me')).status).toBe(401)
    expect((await trySignIn(other, userName, good)).status).toBe(401)
    expect((await trySignIn(other, userName, 'sáng nay trời đẹp quá')).status).toBe(200)
  })

  it('a write sent by the page of another site does not act for the signed-in account', async () => {
    const { visitor } = await memberWithPassword()
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const answer = await visitor.fetch('/api/auth/sign-out', {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', ...headers },
      })
      expect(answer.status).toBe(401)
    }
    const sameOrigin = await visitor.fetch('/api/auth/sign-out', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', origin: house.url },
    })
    expect(sameOrigin.status).toBe(200)
  })

  it('a cookie that was not signed here is no session', async () => {
    const { visitor } = await memberWithPassword()
    const [name = '', value = ''] = [...visitor.cookies].find(([cookie]) => cookie.includes('session_token')) ?? []
    const [token = ''] = decodeURIComponent(value).split('.')
    for (const forged of [token, `${token}.`, `${token}.AAAA`, '%', 'x.y.z', `${value}A`]) {
      visitor.cookies.set(name, forged)
      expect((await visitor.call('GET', '/auth/me')).status).toBe(401)
    }
  })

  it('a sign-in link opens once, on this machine, for ten minutes', async () => {
    const { accountId } = await house.newAccount('24343', ['operator'])
    const link = () => transact(house.db, tx => house.server.entrance.createSignInLink(tx, accountId))
    const follow = async (who: Visitor, path: string) => (await who.fetch(path)).headers.get('location')
    const first = await link()
    expect(await follow(elsewhere(), first.path)).toContain('het-han')
    expect(await follow(house.visitor(), first.path)).toBe('/lam-viec')
    expect(await follow(house.visitor(), first.path)).toContain('het-han')
    const late = await link()
    clock.advance(10 * minute)
    expect(await follow(house.visitor(), late.path)).toContain('het-han')
  })
})
