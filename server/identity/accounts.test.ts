import { comparePeople } from '@nguon/domain/identity'
import { type AccountId, compareVietnamese } from '@nguon/domain/platform'
import { findLines } from '@nguon/server/audit'
import { settableClock } from '@nguon/server/platform'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, expect, it } from 'vitest'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const day = 86_400_000

describeOnEitherDatabase('T4: accounts, roles and deputies', open => {
  let house: TestHouse
  let administrator: Person

  beforeAll(async () => {
    house = await openTestHouse({ clock, database: await open() })
    administrator = await house.person('administrator', '24343')
  })
  afterAll(() => house.close())

  const grantsOf = async (person: Person) => {
    const { body } = await person.call<{ grants: { role: string; deputyFor: string | null }[] }>('GET', '/auth/me')
    return body.grants.map(({ role, deputyFor }) => (deputyFor === null ? role : `${role} for another`)).toSorted()
  }
  const auditOf = async (subjectId: string) =>
    findLines(house.db, { unitIds: null, subjectId, before: null, limit: 20 })

  it('a user name is taken once, whatever its case', async () => {
    const make = (userName: string) =>
      administrator.call('POST', '/accounts', { unitId: house.units['24343'], userName, name: 'Lê Thị Mai' })
    expect((await make('Mai.Le')).body).toMatchObject({ account: { userName: 'mai.le', version: 1 } })
    expect(await make('mai.le')).toMatchObject({
      status: 409,
      body: { code: 'USER_NAME_TAKEN', title: 'Tên đăng nhập "mai.le" đã có người dùng. Hãy chọn tên khác.' },
    })
  })

  it('two who correct an account at once do not overwrite each other', async () => {
    const { accountId } = await house.newAccount('24343')
    const put = (version: number, name: string) =>
      administrator.call('PUT', `/accounts/${accountId}`, { version, name, position: 'Công chức' })
    expect((await put(1, 'Tên Một')).body).toMatchObject({ name: 'Tên Một', version: 2 })
    expect((await put(1, 'Tên Hai')).body).toMatchObject({ code: 'STALE_VERSION', data: { current: 2 } })
  })

  it('a locked account is out at once, everywhere, until it is unlocked; nobody locks oneself', async () => {
    const { accountId } = await house.newAccount('24343', ['author'])
    const person = await house.signIn(accountId)
    const locked = await administrator.call('POST', `/accounts/${accountId}/lock`, { reason: 'Chuyển công tác' })
    expect(locked.body).toMatchObject({ locked: true, lockReason: 'Chuyển công tác' })
    expect((await person.call('GET', '/auth/me')).status).toBe(401)
    await expect(house.signIn(accountId)).rejects.toThrow('did not open')
    await administrator.call('POST', `/accounts/${accountId}/unlock`, {})
    expect((await person.call('GET', '/auth/me')).status).toBe(401)
    expect(await grantsOf(await house.signIn(accountId))).toEqual(['author'])
    const own = `/accounts/${administrator.accountId}`
    expect((await administrator.call('POST', `${own}/lock`, { reason: 'Thử xem' })).status).toBe(403)
    const grant = { role: 'approver', unitId: house.units['24343'] }
    expect((await administrator.call('POST', `${own}/grants`, grant)).status).toBe(403)
  })

  it('a commune opens no new password for an account that holds a role above it', async () => {
    const { accountId } = await house.newAccount('24343', ['author'])
    const province = await house.person('administrator', '66')
    const grant = { role: 'inspector', unitId: house.units['66'] }
    expect((await administrator.call('POST', `/accounts/${accountId}/grants`, grant)).status).toBe(403)
    expect((await province.call('POST', `/accounts/${accountId}/grants`, grant)).status).toBe(200)
    expect((await administrator.call('POST', `/accounts/${accountId}/invite`, {})).status).toBe(403)
    expect((await administrator.call('POST', `/accounts/${accountId}/second-factor/reset`, {})).status).toBe(403)
    expect((await province.call('POST', `/accounts/${accountId}/invite`, {})).status).toBe(200)
  })

  it('a role is held from its first instant until before its last, and no longer than it is given', async () => {
    const { accountId } = await house.newAccount('24343')
    const give = (times: object) =>
      administrator.call<{ id: string }>('POST', `/accounts/${accountId}/grants`, {
        role: 'operator',
        unitId: house.units['24343'],
        ...times,
      })
    const now = clock.now()
    expect((await give({ validTo: now })).body).toMatchObject({ code: 'GRANT_TIMES_WRONG' })
    expect((await give({ validFrom: now + 3_600_000, validTo: now + 7_200_000 })).status).toBe(200)
    expect((await give({ validTo: now + 5_400_000 })).body).toMatchObject({ code: 'GRANT_EXISTS' })
    const held = async () => grantsOf(await house.signIn(accountId))
    expect(await held()).toEqual([])
    clock.advance(3_600_000)
    expect(await held()).toEqual(['operator'])
    clock.advance(3_600_000)
    expect(await held()).toEqual([])
    const given = await give({})
    expect(await held()).toEqual(['operator'])
    expect((await administrator.call('DELETE', `/accounts/${accountId}/grants/${given.body.id}`)).status).toBe(200)
    expect(await held()).toEqual([])
  })

  async function approverAndDeputy(validFrom = clock.now()) {
    const { accountId } = await house.newAccount('24343', ['approver'])
    const approver = await house.signIn(accountId)
    const deputy = await house.signIn((await house.newAccount('24343', ['operator'])).accountId)
    const name = (to: AccountId, days: number) =>
      approver.call<{ id: string }>('POST', '/auth/deputies', {
        accountId: to,
        role: 'approver',
        unitId: house.units['24343'],
        validFrom,
        validTo: validFrom + days * day,
      })
    return { approver, deputy, name }
  }

  it('a deputy holds the role by dates, acts in the name of the other, and names no deputy', async () => {
    const { approver, deputy, name } = await approverAndDeputy()
    expect((await name(deputy.accountId, 91)).body).toMatchObject({ code: 'DEPUTY_TOO_LONG' })
    expect((await name(approver.accountId, 1)).body).toMatchObject({ code: 'DEPUTY_ELSEWHERE' })
    const stranger = await house.newAccount('24346', ['operator'])
    expect((await name(stranger.accountId, 1)).body).toMatchObject({ code: 'DEPUTY_ELSEWHERE' })
    expect((await name(deputy.accountId, 2)).status).toBe(200)
    expect(await grantsOf(deputy)).toEqual(['approver for another', 'operator'])

    const unitId = house.units['24343']
    const { body } = await deputy.call('GET', `/units/${unitId}/rules`)
    const rules = {
      quietHours: null,
      broadcastWindows: null,
      silentDays: null,
      maximumSessionsPerDay: { value: 3, citation: 'Điều 4 Quy chế' },
      minutesPerSession: null,
      maximumVolumeByHour: null,
    }
    const saved = await deputy.call('PUT', `/units/${unitId}/rules`, { version: body['version'], rules })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const lines = await findLines(house.db, { unitIds: [unitId], subjectId: null, before: null, limit: 100 })
    const line = lines.find(({ accountId, action }) => accountId === deputy.accountId && action.startsWith('rules.'))
    expect(line).toMatchObject({ details: { onBehalfOf: [approver.accountId] } })

    const again = { accountId: stranger.accountId, role: 'approver', unitId }
    const times = { validFrom: clock.now(), validTo: clock.now() + day }
    expect((await deputy.call('POST', '/auth/deputies', { ...again, ...times })).status).toBe(403)
    clock.advance(2 * day)
    expect(await grantsOf(await house.signIn(deputy.accountId))).toEqual(['operator'])
  })

  it('a deputy is dismissed, and falls with the role of the one it stands in for', async () => {
    const { approver, deputy, name } = await approverAndDeputy()
    const { body } = await name(deputy.accountId, 5)
    expect((await approver.call('GET', '/auth/deputies')).body).toMatchObject({ items: [{ id: body.id }] })
    expect((await approver.call('DELETE', `/auth/deputies/${body.id}`)).status).toBe(200)
    expect(await grantsOf(deputy)).toEqual(['operator'])
    expect((await name(deputy.accountId, 5)).status).toBe(200)
    expect(await grantsOf(deputy)).toEqual(['approver for another', 'operator'])

    const keeper = await house.signIn(administrator.accountId)
    const account = await keeper.call<{ grants: { id: string }[] }>('GET', `/accounts/${approver.accountId}`)
    const [grant] = account.body.grants
    const path = `/accounts/${approver.accountId}/grants/${grant?.id}`
    expect((await keeper.call('DELETE', path)).status).toBe(200)
    expect(await grantsOf(deputy)).toEqual(['operator'])
  })

  it('where the province asks for it, an approver without the second factor is no approver', async () => {
    const province = await house.signIn((await house.newAccount('66', ['administrator'])).accountId)
    const { accountId } = await house.newAccount('24343', ['author', 'approver'])
    const person = await house.signIn(accountId)
    const path = `/sign-in-policies/${house.units['66']}`
    const { body } = await province.call('GET', path)
    expect(body).toMatchObject({ secondFactorRoles: [], version: 0 })
    const set = (version: number, secondFactorRoles: string[]) =>
      province.call('PUT', path, { version, secondFactorRoles })
    expect((await set(0, ['approver'])).body).toMatchObject({ version: 1 })
    expect((await set(0, [])).body).toMatchObject({ code: 'STALE_VERSION' })
    expect((await person.call('GET', '/auth/me')).body).toMatchObject({ secondFactorNeeded: true })
    const actor = await house.server.identity.readActor(house.db, accountId)
    expect(actor?.grants.map(grant => grant.role)).toEqual(['author'])
    expect((await set(1, [])).status).toBe(200)
    expect((await person.call('GET', '/auth/me')).body).toMatchObject({ secondFactorNeeded: false })
  })

  it('a list shows the accounts of a unit and below, found without accents, page by page', async () => {
    const keeper = await house.signIn((await house.newAccount('24346', ['administrator'])).accountId)
    const village = await house.newAccount('24346-T01', ['villageHead'])
    const list = (query: string) =>
      keeper.call<{
        items: { id: string; name: string; userName: string; roles: string[] }[]
        nextCursor: string | null
      }>('GET', `/accounts?unitId=${house.units['24346']}${query}`)
    await house.newAccount('24346')
    const named = async (query = '') => (await list(`&limit=200${query}`)).body.items.map(({ name }) => name)
    const names = await named()
    expect(names).toEqual(names.toSorted(comparePeople))
    expect(await named('&descending=true')).toEqual(names.toReversed())
    const userNames = (await list('&limit=200&sort=userName')).body.items.map(({ userName }) => userName)
    expect(userNames).toEqual(userNames.toSorted(compareVietnamese))
    const { body } = await list('&search=can%20bo')
    expect(body.items).toContainEqual(expect.objectContaining({ id: village.accountId, roles: ['villageHead'] }))
    const first = await list('&limit=1')
    const second = await list(`&limit=1&cursor=${first.body.nextCursor}`)
    expect(second.body.items[0]?.id).not.toBe(first.body.items[0]?.id)
    expect((await list('&search=kh%C3%B4ng%20c%C3%B3%20ai')).body.items).toEqual([])
  })

  it('every act stands in the trail', async () => {
    const keeper = await house.signIn(administrator.accountId)
    const { accountId } = await house.newAccount('24343')
    await keeper.call('POST', `/accounts/${accountId}/lock`, { reason: 'Nghỉ hưu' })
    await keeper.call('POST', `/accounts/${accountId}/unlock`, {})
    await keeper.call('POST', `/accounts/${accountId}/invite`, {})
    const lines = await auditOf(accountId)
    expect(lines.map(line => line.action).toSorted()).toEqual([
      'identity.createAccount',
      'identity.inviteAccount',
      'identity.lockAccount',
      'identity.unlockAccount',
    ])
    expect(lines.find(line => line.action === 'identity.lockAccount')).toMatchObject({
      accountId: administrator.accountId,
      details: { reason: 'Nghỉ hưu' },
    })
  })
})
