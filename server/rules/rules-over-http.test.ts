import type { BulletinId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type TestHouse, type UnitCode } from '@nguon/tests/house'
import { settled } from '@nguon/tests/settled'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const none = {
  quietHours: null,
  broadcastWindows: null,
  silentDays: null,
  maximumSessionsPerDay: null,
  minutesPerSession: null,
  maximumVolumeByHour: null,
}
const quiet = (from: string, until: string, citation = 'Điều 4 Quy chế 05/2026') => ({
  ...none,
  quietHours: { value: [{ from, until }], citation },
})

interface Touched {
  readonly touched: readonly {
    readonly title: string
    readonly how: string
    readonly reason: { readonly vi: string }
  }[]
}

describe('broadcast rules over HTTP', () => {
  let house: TestHouse
  let approver: Person
  let operator: Person
  let bulletinId: BulletinId
  let device: Awaited<ReturnType<typeof claimedDevice>>
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
    approver = await house.person('approver', '24343')
    operator = await house.person('operator', '24343')
    device = await claimedDevice(house, '24343')
    bulletinId = await approvedBulletin(house, '24343')
  }, 90_000)
  afterAll(() => house.close())

  const rulesOf = (unit: UnitCode) => `/units/${house.units[unit]}/rules`
  const versionOf = async (unit: UnitCode) => (await approver.call('GET', rulesOf(unit))).body['version'] as number
  const issue = async (rules: object, more: object = {}) =>
    approver.call('PUT', rulesOf('24343'), { version: await versionOf('24343'), rules, ...more })
  const slotAt = (timeOfDay: string, day = '2026-11-23') =>
    operator.call('POST', '/slots', {
      unitId: house.units['24343'],
      bulletinIds: [bulletinId],
      recurrence: { kind: 'once', day },
      timeOfDay,
      target: { units: [house.units['24343']], groups: [], devices: [] },
    })
  const preview = (input: object, who = approver) => who.call<Touched>('POST', `${rulesOf('24343')}/preview`, input)
  async function lineup() {
    await settled(house)
    const answer = await device.fetch('/api/devices/lineup')
    const [, payload = ''] = (await answer.text()).split('.')
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      version: number
      items: { startsAt: number }[]
      guard: Record<string, unknown>
    }
  }

  it('S3 before rules are issued, the saved slots they would silence are told; nothing is written', async () => {
    expect(await slotAt('20:30')).toMatchObject({ status: 201 })
    const before = await lineup()
    const { body } = await preview({ rules: quiet('20:00', '05:00') })
    expect(body.touched).toMatchObject([{ title: 'Lịch cắt điện', how: 'silent' }])
    expect(body.touched[0]?.reason.vi).toMatch(/20:30 thứ Hai 23\/11\/2026.*20:00–05:00.*Điều 4 Quy chế 05\/2026/)
    expect(await versionOf('24343')).toBe(0)
    expect(await lineup()).toEqual(before)
  })

  it('S3 issued rules reach the line-up of the device: the slot leaves it, the guard holds the hours', async () => {
    const before = await lineup()
    expect(before.items).toHaveLength(1)
    expect(await issue(quiet('20:00', '05:00'))).toMatchObject({ status: 200, body: { version: 1 } })
    const after = await lineup()
    expect([after.items.length, after.guard['quietHours']]).toEqual([0, [{ from: '20:00', until: '05:00' }]])
    expect(after.version).toBeGreaterThan(before.version)
    expect(await slotAt('20:30', '2026-11-24')).toMatchObject({
      status: 422,
      body: { code: 'SLOT_REFUSED', title: expect.stringContaining('Điều 4 Quy chế 05/2026') },
    })
  })

  it('S3 each kind of rule is carried by the line-up', async () => {
    const citation = 'Điều 5'
    await issue({
      ...quiet('21:00', '05:00'),
      broadcastWindows: { value: [{ weekdays: [1, 2, 3], from: '05:00', until: '21:00' }], citation },
      silentDays: { value: { weekdays: [7], days: ['2026-11-25'] }, citation },
      maximumVolumeByHour: { value: Array.from({ length: 24 }, () => 55), citation },
    })
    const point = { latitude: 12.95, longitude: 108.35, radiusMetres: 300 }
    const period = { kind: 'days', from: '2026-11-26', until: '2026-11-26', weekdays: [], hours: null }
    const place = await operator.call('POST', `/units/${house.units['24343']}/quiet-places`, {
      name: 'Điểm thi Trường THPT Phan Bội Châu',
      citation: 'Kế hoạch số 40/KH-UBND',
      target: { units: [], groups: [], devices: [device.deviceId] },
      around: point,
      periods: [period],
    })
    expect((await lineup()).guard).toMatchObject({
      quietHours: [{ from: '21:00', until: '05:00' }],
      broadcastWindows: [{ weekdays: [1, 2, 3], from: '05:00', until: '21:00' }],
      silentDays: ['2026-11-22', '2026-11-25', '2026-11-29'],
      maximumVolumeByHour: Array.from({ length: 24 }, () => 55),
      quietSpans: [{ reason: 'Điểm thi Trường THPT Phan Bội Châu (Kế hoạch số 40/KH-UBND)' }],
    })
    await operator.call('DELETE', `/quiet-places/${String(place.body['id'])}`)
    expect((await lineup()).guard['quietSpans']).toEqual([])
  })

  it('S3 I30 days off of the calendar are silent days where the rules ask for them, also when entered later', async () => {
    await issue({
      ...none,
      silentDays: { value: { weekdays: [], days: [], publicHolidays: true }, citation: 'Điều 6' },
    })
    expect((await lineup()).guard['silentDays']).toEqual([])
    const administrator = await house.person('administrator', '66')
    const entered = await administrator.call('PUT', `/units/${house.units['66']}/calendar/offDays/2026`, {
      version: 0,
      source: { number: '9441/TB-BNV', day: '2025-10-16', issuer: 'Bộ Nội vụ' },
      table: 'Từ ngày;Đến ngày;Tên;Loại\n24/11/2026;;Ngày Văn hóa Việt Nam;nghỉ lễ\n28/11/2026;;Làm bù;làm bù\n',
      dryRun: false,
    })
    expect(entered.status, JSON.stringify(entered.body)).toBe(200)
    expect((await lineup()).guard['silentDays']).toEqual(['2026-11-24'])
    expect(await slotAt('06:00', '2026-11-24')).toMatchObject({
      status: 422,
      body: { data: { codes: ['SILENT_DAY'] } },
    })
  })

  it('P6.2 a commune that would loosen its province is refused by name, in the trial and in the issue', async () => {
    const administrator = await house.person('administrator', '66')
    const citation = 'Điều 6 Quyết định số 28/2025/QĐ-UBND'
    await administrator.call('PUT', rulesOf('66'), { version: 0, rules: quiet('21:00', '05:00', citation) })
    const refusal = {
      status: 422,
      body: {
        code: 'QUIET_HOURS_LOOSENED',
        title: expect.stringMatching(/Tỉnh Đắk Lắk.*Điều 6 Quyết định số 28\/2025/),
        data: { field: 'rules.quietHours' },
      },
    }
    expect(await preview({ rules: quiet('22:00', '05:00') })).toMatchObject(refusal)
    expect(await issue(quiet('22:00', '05:00'))).toMatchObject(refusal)
    expect(await issue(quiet('20:30', '05:00'))).toMatchObject({ status: 200 })
  })

  it('P6.2 a rule that was there before the province became stricter does not hinder another', async () => {
    await issue({ ...none, minutesPerSession: { value: 60, citation: 'Điều 7' } })
    const administrator = await house.person('administrator', '66')
    const version = (await administrator.call('GET', rulesOf('66'))).body['version']
    const stricter = { ...none, minutesPerSession: { value: 45, citation: 'Điều 6' } }
    await administrator.call('PUT', rulesOf('66'), { version, rules: stricter })
    const kept = { ...quiet('20:30', '05:00'), minutesPerSession: { value: 60, citation: 'Điều 7' } }
    expect(await issue(kept)).toMatchObject({ status: 200 })
    expect(await issue({ ...kept, minutesPerSession: { value: 50, citation: 'Điều 7' } })).toMatchObject({
      status: 422,
      body: { code: 'MINUTES_LOOSENED' },
    })
  })

  it('rules that allow nothing are refused', async () => {
    expect(await issue(quiet('05:00', '05:00'))).toMatchObject({ status: 422, body: { code: 'RULES_ALLOW_NOTHING' } })
  })

  it('the history names who issued what; a former version comes back by its number', async () => {
    const history = () =>
      approver.call<{
        items: { version: number; actorName: string; before: object; after: object; restores: number }[]
      }>('GET', `${rulesOf('24343')}/history`)
    const all = (await history()).body.items
    const [newest] = all.toSorted((one, other) => other.version - one.version)
    const version = newest?.version ?? 0
    expect(await versionOf('24343')).toBe(version)
    expect(all.map(item => item.version).toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: version }, (_, index) => index + 1),
    )
    await issue(newest?.before ?? none, { restores: version - 1 })
    const restored = (await history()).body.items.find(item => item.version === version + 1)
    expect(restored).toMatchObject({ restores: version - 1, after: newest?.before, before: newest?.after })
  })

  it('STALE_VERSION: of two who change the rules at once the second is told', async () => {
    const late = { version: (await versionOf('24343')) - 1, rules: none }
    expect(await approver.call('PUT', rulesOf('24343'), late)).toMatchObject({
      status: 409,
      body: { code: 'STALE_VERSION', data: { current: late.version + 1 } },
    })
  })

  it('I08 a quiet place is tried, changed by its version, and must name somebody and end after it starts', async () => {
    await issue(none)
    await slotAt('06:30', '2026-11-27')
    const place = {
      name: 'Điểm thi',
      citation: 'Kế hoạch số 40/KH-UBND',
      target: { units: [house.units['24343']], groups: [], devices: [] },
      around: null,
      periods: [{ kind: 'days', from: '2026-11-27', until: '2026-11-27', weekdays: [], hours: null }],
    }
    const tried = await preview({ quietPlace: place }, operator)
    expect(tried.body.touched).toMatchObject([{ how: 'silent', deviceCount: 1, reason: { code: 'QUIET_PLACE' } }])
    const add = (given: object) =>
      operator.call('POST', `/units/${house.units['24343']}/quiet-places`, { ...place, ...given })
    expect(await add({ target: { units: [], groups: [], devices: [] } })).toMatchObject({
      body: { code: 'PLACE_NAMES_NOBODY' },
    })
    const backwards = [{ ...place.periods[0], until: '2026-11-26' }]
    expect(await add({ periods: backwards })).toMatchObject({ body: { code: 'PLACE_ENDS_BEFORE_START' } })
    const { id } = (await add({})).body
    const change = (version: number, given: object) =>
      operator.call('PUT', `/quiet-places/${String(id)}`, { ...place, version, ...given })
    expect(await change(1, { name: 'Điểm thi số 2' })).toMatchObject({ body: { version: 2, name: 'Điểm thi số 2' } })
    expect(await change(1, {})).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } })
  })
})
