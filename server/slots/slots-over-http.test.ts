import type { BulletinId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { approvedAnew, approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type TestHouse, type UnitCode } from '@nguon/tests/house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const noRules = {
  quietHours: null,
  broadcastWindows: null,
  silentDays: null,
  maximumSessionsPerDay: null,
  minutesPerSession: null,
  maximumVolumeByHour: null,
}
const quietHours = { value: [{ from: '21:00', until: '05:00' }], citation: 'Điều 4 Quy chế 05/2026' }

interface Stored {
  slot: { id: string; title: string }
  version: number
  cancelled: boolean
}

describe('slots over HTTP', () => {
  let house: TestHouse
  let operator: Person
  let bulletinId: BulletinId
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
    operator = await house.person('operator', '24343')
    await claimedDevice(house, '24343')
    await claimedDevice(house, '24346')
    bulletinId = await approvedBulletin(house, '24343')
    const administrator = await house.person('administrator', '24343')
    await administrator.call('PUT', `/units/${house.units['24343']}/rules`, {
      version: 0,
      rules: { ...noRules, quietHours },
    })
  }, 90_000)
  afterAll(() => house.close())

  const draft = (given: object = {}, unit: UnitCode = '24343') => ({
    unitId: house.units[unit],
    bulletinIds: [bulletinId],
    recurrence: { kind: 'once', day: '2026-11-23' },
    timeOfDay: '05:30',
    target: { units: [house.units[unit]], groups: [], devices: [] },
    ...given,
  })
  const create = async (given: object = {}) => (await operator.call<Stored>('POST', '/slots', draft(given))).body
  const slotsOf = async (who: Person) =>
    (await who.call<Stored[]>('GET', `/bulletins/${bulletinId}/slots`)).body.map(({ slot }) => slot.id)

  it('I01 a slot at 03:15 is refused, its regulation is named, and nothing is kept', async () => {
    const before = await slotsOf(operator)
    const refused = await operator.call('POST', '/slots', draft({ timeOfDay: '03:15' }))
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'SLOT_REFUSED', data: { codes: ['QUIET_HOURS'] } },
    })
    expect(refused.body['title']).toContain('03:15 thứ Hai 23/11/2026')
    expect(refused.body['title']).toContain('giờ không phát 21:00–05:00 theo Điều 4 Quy chế 05/2026')
    expect(await slotsOf(operator)).toEqual(before)
    const preview = await operator.call('POST', '/slots/preview', draft({ timeOfDay: '03:15' }))
    expect(preview).toMatchObject({ status: 200, body: { refusals: [{ code: 'QUIET_HOURS' }] } })
  })

  it('a slot that was changed is found by what it plays now', async () => {
    const other = await approvedBulletin(house, '24343')
    const made = await create({ timeOfDay: '06:30' })
    const changed = { ...draft({ timeOfDay: '06:30', bulletinIds: [other] }), version: 1 }
    expect(await operator.call('PUT', `/slots/${made.slot.id}`, changed)).toMatchObject({ status: 200 })
    const found = async (id: string) =>
      (await operator.call<Stored[]>('GET', `/bulletins/${id}/slots`)).body.map(({ slot }) => slot.id)
    expect(await found(bulletinId)).not.toContain(made.slot.id)
    expect(await found(other)).toEqual([made.slot.id])
    const waiting = await operator.call<{ bulletinId: string }[]>('GET', `/units/${house.units['24343']}/unscheduled`)
    expect(waiting.body.map(row => row.bulletinId)).not.toContain(other)
  })

  it.each([
    ['class', {}, { class: 'priority' }, 'ABOVE_APPROVED_CLASS', 'duyệt ở mức thông thường'],
    [
      'period',
      {},
      { recurrence: { kind: 'once', day: '2027-01-10' } },
      'OUTSIDE_APPROVED_PERIOD',
      'thời hạn được duyệt',
    ],
    ['area', { unit: '24346' }, {}, 'OUTSIDE_APPROVED_AREA', 'địa bàn được duyệt (Xã Krông Năng)'],
  ] as const)(
    'P8.2 a slot outside the approved %s is refused and the limit named',
    async (_, where, given, code, words) => {
      const unit = 'unit' in where ? where.unit : '24343'
      const scheduler = await house.person('operator', unit)
      const refused = await scheduler.call('POST', '/slots', draft(given, unit))
      expect(refused).toMatchObject({ status: 422, body: { code: 'SLOT_REFUSED', data: { codes: [code] } } })
      expect(refused.body['title']).toContain(words)
    },
  )

  it('P8.1 a bulletin that nobody approved is not scheduled', async () => {
    const author = await house.person('author', '24343')
    const content = { texts: [{ title: 'Họp thôn', body: 'Mời bà con đến họp.' }] }
    const { body } = await author.call('POST', '/bulletins', { unitId: house.units['24343'], content })
    const refused = await operator.call('POST', '/slots', draft({ bulletinIds: [body['id']] }))
    expect(refused).toMatchObject({ status: 422, body: { code: 'BULLETIN_NOT_APPROVED' } })
  })

  it('a change to a version that is no longer the newest is refused and told which one is', async () => {
    const { slot } = await create({ timeOfDay: '06:00' })
    const change = (title: string) =>
      operator.call<Stored>('PUT', `/slots/${slot.id}`, { ...draft({ timeOfDay: '06:10', title }), version: 1 })
    expect(await change('Sửa lần đầu')).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await change('Sửa từ bản cũ')).toMatchObject({
      status: 409,
      body: { code: 'STALE_VERSION', data: { current: 2 } },
    })
    const stands = await operator.call<Stored>('GET', `/slots/${slot.id}`)
    expect(stands.body).toMatchObject({ version: 2, slot: { title: 'Sửa lần đầu' } })
  })

  it('a slot that was cancelled stays cancelled', async () => {
    const { slot } = await create({ timeOfDay: '07:00' })
    const cancel = (version: number) =>
      operator.call('POST', `/slots/${slot.id}/cancellation`, { version, reason: 'Đã có điện' })
    expect(await cancel(1)).toMatchObject({ status: 200, body: { cancelled: true, version: 2 } })
    expect(await cancel(2)).toMatchObject({ status: 409, body: { code: 'SLOT_CANCELLED' } })
  })

  it('a create that is repeated with its key makes one slot', async () => {
    const given = { timeOfDay: '08:00', idempotencyKey: 'lich-phat-0800' }
    const [first, second] = [await create(given), await create(given)]
    expect(second.slot.id).toBe(first.slot.id)
  })

  it('slots of a bulletin are told to those with a role in their unit only, and no other slot is previewed away', async () => {
    const { slot } = await create({ timeOfDay: '09:00' })
    expect(await slotsOf(operator)).toContain(slot.id)
    const neighbour = await house.person('operator', '24346')
    expect(await slotsOf(neighbour)).toEqual([])
    const preview = await neighbour.call('POST', '/slots/preview', draft({ slotId: slot.id }, '24346'))
    expect(preview.body['code']).toBe('FORBIDDEN')
  })

  it('days no calendar of schedules holds, and words no column holds, are refused or left out', async () => {
    const timetable = (from: string) =>
      operator.call('GET', `/units/${house.units['24343']}/timetable?from=${from}&days=62`)
    const since = (day: string) => draft({ recurrence: { kind: 'days', from: day, until: null } })
    for (const day of ['0000-01-01', '1900-01-01', '9999-12-31', '2026-02-30']) {
      expect((await timetable(day)).body['code'], day).toBe('INVALID_INPUT')
      expect((await operator.call('POST', '/slots', since(day))).body['code'], day).toBe('INVALID_INPUT')
    }
    expect((await timetable('2999-12-31')).status).toBe(200)
    const { slot } = await create({ timeOfDay: '10:00', title: 'Lịch\0 cắt\ud800 điện' })
    expect(slot.title).toBe('Lịch cắt\ufffd điện')
  })

  it('P1.12 approved anew with a longer sound a slot takes the time it needs, and what it then runs into waits for the operators', async () => {
    const other = await approvedBulletin(house, '24343', 'normal', [{ title: 'Họp thôn', body: 'Mời bà con họp.' }])
    type Timed = { slot: { id: string; durationSeconds: number; recurrence: object }; version: number }
    const put = (id: BulletinId, timeOfDay: string, day = '2026-11-24') =>
      operator.call<Timed>('POST', '/slots', draft({ bulletinIds: [id], timeOfDay, recurrence: { kind: 'once', day } }))
    const first = (await put(other, '06:00:00')).body
    const lonely = (await put(other, '06:00:00', '2026-11-25')).body
    const end = first.slot.durationSeconds
    const after = (await put(bulletinId, `06:00:${String(end + 2).padStart(2, '0')}`)).body
    expect(after.slot.durationSeconds).toBeGreaterThan(0)
    const tasks = async () => {
      const { body } = await operator.call<{ items: { kind: string; subjectId: string; title: string }[] }>(
        'GET',
        '/tasks?limit=100',
      )
      return body.items.filter(({ kind }) => kind === 'schedule.fit')
    }
    expect(await tasks()).toEqual([])

    const longer = [
      { title: 'Họp thôn', body: 'Mời bà con họp lúc mười chín giờ tối nay tại nhà văn hóa thôn. '.repeat(4) },
    ]
    await approvedAnew(house, '24343', other, longer)
    const read = async (id: string) => (await operator.call<Timed>('GET', `/slots/${id}`)).body
    expect((await read(lonely.slot.id)).slot.durationSeconds).toBeGreaterThan(end + 2)
    const grown = await read(first.slot.id)
    expect(grown.slot.durationSeconds).toBeGreaterThan(end + 2)
    expect(grown.version).toBe(2)
    expect((await tasks()).map(({ subjectId }) => subjectId)).toEqual([first.slot.id])
    const moved = {
      ...draft({ bulletinIds: [bulletinId], timeOfDay: '07:00', recurrence: { kind: 'once', day: '2026-11-24' } }),
      version: after.version,
    }
    expect((await operator.call('PUT', `/slots/${after.slot.id}`, moved)).status).toBe(200)
    expect(await tasks(), 'moved out of the way it is done').toEqual([])
  })
})
