import type { UnitId } from '@nguon/domain/platform'
import { findLines } from '@nguon/server/audit'
import { settableClock } from '@nguon/server/platform'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse, type Person, type TestHouse, type UnitCode } from '@nguon/tests/house'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

const clock = settableClock(Date.UTC(2026, 10, 21, 1))
const hour = 3_600_000

describeOnEitherDatabase('T4: an agency contributes over a named set of units', open => {
  let house: TestHouse
  let province: Person
  let number = 0

  beforeAll(async () => {
    house = await openTestHouse({ clock, database: await open() })
    province = await house.person('administrator', '66')
  })
  afterAll(() => house.close())

  const ids = (...codes: UnitCode[]) => codes.map(code => house.units[code])
  const make = async (codes: UnitCode[], more: object = {}) =>
    province.call<{ id: string; version: number; code?: string }>('POST', '/unit-sets', {
      unitId: house.units['66'],
      name: `Nhóm xã ${(number += 1)}`,
      unitIds: ids(...codes),
      ...more,
    })
  const unitsOf = async (person: Person) => {
    const { body } = await person.call<{ grants: { role: string; unitId: UnitId }[] }>('GET', '/auth/me')
    return body.grants.map(({ role, unitId }) => `${role} ${unitId}`).toSorted()
  }
  const author = (...codes: UnitCode[]) =>
    ids(...codes)
      .map(id => `author ${id}`)
      .toSorted()
  async function agencyOver(codes: UnitCode[], times: object = {}) {
    const set = (await make(codes)).body
    const { accountId } = await house.newAccount('66')
    const given = await province.call<{ id: string }>('POST', `/unit-sets/${set.id}/grants`, {
      accountId,
      role: 'author',
      ...times,
    })
    expect(given.status, JSON.stringify(given.body)).toBe(200)
    return { set, accountId, grantId: given.body.id, agency: await house.signIn(accountId) }
  }

  it('holds the role in every unit of the set, below them, and nowhere beside or above', async () => {
    const { agency } = await agencyOver(['24343', '24346-T01'])
    expect(await unitsOf(agency)).toEqual(author('24343', '24346-T01'))
    const write = async (code: UnitCode) => (await agency.call('GET', `/bulletins?unitId=${house.units[code]}`)).status
    expect(await write('24343-T01')).toBe(200)
    expect(await write('24346-T01')).toBe(200)
    expect(await write('24346')).toBe(403)
    expect(await write('66')).toBe(403)
  })

  it('follows the set as it grows and shrinks, and falls with it, all at once', async () => {
    const { agency, set } = await agencyOver(['24343'])
    const change = (version: number, codes: UnitCode[]) =>
      province.call('PUT', `/unit-sets/${set.id}`, { version, name: `Nhóm ${set.id}`, unitIds: ids(...codes) })
    expect((await change(1, ['24343', '24346'])).body).toMatchObject({ version: 2 })
    expect(await unitsOf(agency)).toEqual(author('24343', '24346'))
    expect((await change(2, ['24346'])).status).toBe(200)
    expect(await unitsOf(agency)).toEqual(author('24346'))
    expect((await change(2, ['24343'])).body).toMatchObject({ code: 'STALE_VERSION', data: { current: 3 } })
    expect((await province.call('POST', `/unit-sets/${set.id}/end`, { version: 3 })).status).toBe(200)
    expect(await unitsOf(agency)).toEqual([])
    expect((await change(4, ['24343'])).body).toMatchObject({ code: 'UNIT_SET_ENDED' })
    const lines = await findLines(house.db, { unitIds: null, subjectId: set.id, before: null, limit: 9 })
    expect(lines.map(({ action }) => action).toSorted()).toEqual([
      'identity.changeUnitSet',
      'identity.changeUnitSet',
      'identity.createUnitSet',
      'identity.endUnitSet',
    ])
  })

  it('holds from the first instant until before the last, or until it is taken back', async () => {
    const now = clock.now()
    const { agency, set, accountId, grantId } = await agencyOver(['24343'], {
      validFrom: now + hour,
      validTo: now + 2 * hour,
    })
    const give = (times: object) =>
      province.call('POST', `/unit-sets/${set.id}/grants`, { accountId, role: 'author', ...times })
    expect((await give({ validTo: now })).body).toMatchObject({ code: 'GRANT_TIMES_WRONG' })
    expect((await give({})).body).toMatchObject({
      code: 'SET_GRANT_EXISTS',
      title: 'Tài khoản đã có vai trò này ở nhóm đơn vị này trong thời gian đó.',
    })
    expect((await give({ role: 'approver' })).status).toBe(422)
    expect(await unitsOf(agency)).toEqual([])
    clock.advance(hour)
    expect(await unitsOf(agency)).toEqual(author('24343'))
    const shown = await province.call('GET', `/accounts/${accountId}`)
    expect(shown.body).toMatchObject({ grants: [], setGrants: [{ id: grantId, setId: set.id }] })
    clock.advance(hour)
    expect(await unitsOf(agency)).toEqual([])
    const again = await give({})
    expect(await unitsOf(agency)).toEqual(author('24343'))
    await province.call('DELETE', `/unit-sets/${set.id}/grants/${String(again.body['id'])}`)
    expect(await unitsOf(agency)).toEqual([])
  })

  it('a commune puts together only its own villages, opens no password of an agency, and makes no set twice', async () => {
    const commune = await house.person('administrator', '24343')
    const input = { unitId: house.units['24343'], name: 'Hai thôn', unitIds: ids('24343-T01', '24346-T01') }
    expect((await commune.call('POST', '/unit-sets', input)).body).toMatchObject({
      code: 'UNIT_SET_REACHES_OUT',
      data: { count: 1, units: ['Thôn 1'], field: 'unitIds' },
    })
    const itself = { ...input, unitIds: ids('24343', '24343-T01') }
    expect((await commune.call('POST', '/unit-sets', itself)).body).toMatchObject({ code: 'UNIT_SET_HOLDS_ITSELF' })
    const above = { ...input, unitId: house.units['66'] }
    expect((await commune.call('POST', '/unit-sets', above)).status).toBe(403)
    const own = { ...input, unitIds: ids('24343-T01'), idempotencyKey: 'nhom-hai-thon-1' }
    const first = await commune.call('POST', '/unit-sets', own)
    expect((await commune.call('POST', '/unit-sets', own)).body).toEqual(first.body)
    const { idempotencyKey: _, ...again } = own
    expect((await commune.call('POST', '/unit-sets', { ...again, name: 'HAI THÔN' })).body).toMatchObject({
      code: 'UNIT_SET_NAME_TAKEN',
    })
    const { accountId } = await house.newAccount('24343')
    const { body: set } = await make(['24343', '24346'])
    await province.call('POST', `/unit-sets/${set.id}/grants`, { accountId, role: 'author' })
    expect((await commune.call('POST', `/accounts/${accountId}/invite`, {})).status).toBe(403)
    expect((await commune.call('POST', `/unit-sets/${set.id}/end`, { version: 1 })).status).toBe(403)
    const self = { accountId: province.accountId, role: 'author' }
    expect((await province.call('POST', `/unit-sets/${set.id}/grants`, self)).status).toBe(403)
  })

  it('a member that has ended, or stands under another unit than the one that gave it, is no member', async () => {
    const commune = await house.person('administrator', '24343')
    const { accountId } = await house.newAccount('24343')
    const unitIds = ids('24343-T01', '24343-T02')
    const made = await commune.call('POST', '/unit-sets', { unitId: house.units['24343'], name: 'Các thôn', unitIds })
    const given = { accountId, role: 'author' }
    await commune.call('POST', `/unit-sets/${String(made.body['id'])}/grants`, given)
    const agency = await house.signIn(accountId)
    expect(await unitsOf(agency)).toEqual(author('24343-T01', '24343-T02'))
    const [villageOne, villageTwo] = unitIds
    const { accountId: deputyId } = await house.newAccount('24343-T02')
    const now = clock.now()
    const stand = { accountId: deputyId, role: 'author', unitId: villageTwo, validFrom: now, validTo: now + 99 * hour }
    expect((await agency.call('POST', '/auth/deputies', stand)).status).toBe(200)
    const deputy = await house.signIn(deputyId)
    expect(await unitsOf(deputy)).toEqual(author('24343-T02'))
    await sql`UPDATE territory.unit_version SET parent_id = ${house.units['24346']},
      path = (SELECT path FROM territory.unit_version WHERE unit_id = ${house.units['24346']}) || ${villageTwo}::text
      WHERE unit_id = ${villageTwo}`.execute(house.db)
    expect(await unitsOf(agency)).toEqual(author('24343-T01'))
    expect(await unitsOf(deputy), 'the deputy loses it at the same moment').toEqual([])
    await sql`UPDATE territory.unit_version SET valid_from = '2026-01-01', valid_to = '2026-11-21'
      WHERE unit_id = ${villageOne}`.execute(house.db)
    expect(await unitsOf(agency)).toEqual([])
    const listed = await commune.call<{ items: { name: string; gone: { name: string }[] }[] }>(
      'GET',
      `/unit-sets?unitId=${house.units['24343']}`,
    )
    const gone = listed.body.items.find(({ name }) => name === 'Các thôn')?.gone
    expect(gone?.map(({ name }) => name)).toEqual(['Thôn 1', 'Thôn 2'])
    const kept = { version: 1, name: 'Các thôn', unitIds }
    expect((await commune.call('PUT', `/unit-sets/${String(made.body['id'])}`, kept)).body).toMatchObject({
      code: 'UNIT_SET_REACHES_OUT',
      data: { count: 2, units: ['Thôn 1', 'Thôn 2'] },
    })
  })
})
