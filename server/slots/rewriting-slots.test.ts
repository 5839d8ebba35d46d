import type { BulletinId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { approvedAnew, approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

interface Stored {
  slot: { id: string; title: string; timeOfDay: string; recurrence: Record<string, unknown> }
  version: number
  cancelled: boolean
  code?: string
}

const start = Date.UTC(2026, 10, 21, 1)
const local = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 7, minute)

describe('P1.12 what has begun is not rewritten, over HTTP', () => {
  const clock = settableClock(start)
  let house: TestHouse
  let operator: Person
  let bulletinId: BulletinId
  beforeAll(async () => {
    house = await openTestHouse({ clock })
    operator = await house.person('operator', '24343')
    await claimedDevice(house, '24343')
    bulletinId = await approvedBulletin(house, '24343')
  }, 120_000)
  afterAll(() => house.close())
  /** Sessions do not outlive days without a sign. */
  const moveTo = async (time: number) => {
    clock.set(time)
    operator = await house.signIn(operator.accountId)
  }
  beforeEach(() => moveTo(start))

  const daily = { kind: 'days', from: '2026-11-22', until: '2026-11-30' }
  const draft = (given: object = {}) => ({
    unitId: house.units['24343'],
    bulletinIds: [bulletinId],
    recurrence: daily,
    timeOfDay: '05:30',
    target: { units: [house.units['24343']], groups: [], devices: [] },
    ...given,
  })
  const create = async (given: object = {}) => (await operator.call<Stored>('POST', '/slots', draft(given))).body
  const update = (id: string, given: object) =>
    operator.call<Stored>('PUT', `/slots/${id}`, { ...draft(), version: 1, ...given })
  const skip = (id: string, day: string, version: number, skipped: boolean) =>
    operator.call<Stored>('PUT', `/slots/${id}/days/${day}`, { version, skipped })
  /** What is planned from the 22nd to the 30th, of these slots only: "23 05:30". */
  const plans = async (...ids: string[]) => {
    const { body } = await operator.call<{ occurrences: { slotId: string; startsAt: number }[] }>(
      'GET',
      `/units/${house.units['24343']}/timetable?from=2026-11-22&days=9`,
    )
    return body.occurrences
      .filter(({ slotId }) => ids.includes(slotId))
      .map(({ startsAt }) => new Date(startsAt + 7 * 3_600_000).toISOString().slice(8, 16).replace('T', ' '))
  }

  it.each([
    ['only', ['22 05:30', '23 05:30', '24 17:00', '25 05:30', '26 05:30'], 5],
    ['onwards', ['22 05:30', '23 05:30', '24 17:00', '25 17:00', '26 17:00'], 5],
  ] as const)('a change to one occurrence, %s', async (reach, planned, count) => {
    const { slot } = await create()
    const change = { timeOfDay: '17:00', occurrence: { day: '2026-11-24', reach } }
    const changed = await update(slot.id, change)
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect((await plans(slot.id, changed.body.slot.id)).slice(0, count)).toEqual(planned)
  })

  it('a longer sound is for what has not begun: what was heard keeps its length', async () => {
    const grown = await approvedBulletin(house, '24343')
    type Timed = { slot: { id: string; durationSeconds: number }; version: number }
    const { slot } = (await operator.call<Timed>('POST', '/slots', draft({ bulletinIds: [grown], timeOfDay: '09:30' })))
      .body
    await moveTo(local(24, 12))
    await approvedAnew(house, '24343', grown, [{ title: 'Họp thôn', body: 'Mời bà con họp tối nay. '.repeat(12) }])
    const { body } = await operator.call<Timed[]>('GET', `/bulletins/${grown}/slots`)
    const onwards = body.find(found => found.slot.id !== slot.id)?.slot
    expect(body.find(found => found.slot.id === slot.id)?.slot.durationSeconds).toBe(slot.durationSeconds)
    expect(onwards?.durationSeconds).toBeGreaterThan(slot.durationSeconds)
    expect(await plans(slot.id)).toEqual(['22 09:30', '23 09:30', '24 09:30'])
    expect((await plans(onwards?.id ?? ''))[0]).toBe('25 09:30')
  })

  it('a change to all, before anything was heard, changes the slot itself', async () => {
    const { slot } = await create({ timeOfDay: '06:30' })
    const changed = await update(slot.id, { timeOfDay: '16:30' })
    expect(changed.body).toMatchObject({ version: 2, slot: { id: slot.id, timeOfDay: '16:30' } })
  })

  it('a change to all, after some were heard, leaves those as they were', async () => {
    const { slot } = await create({ timeOfDay: '07:30' })
    await moveTo(local(24, 8))
    const changed = await update(slot.id, { timeOfDay: '15:30' })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect(changed.body.slot.id).not.toBe(slot.id)
    const planned = await plans(slot.id, changed.body.slot.id)
    expect(planned.slice(0, 5)).toEqual(['22 07:30', '23 07:30', '24 07:30', '25 15:30', '26 15:30'])
    expect((await operator.call<Stored>('GET', `/slots/${slot.id}`)).body.version).toBe(2)
  })

  it('a slot for once that has begun, and one of which nothing is left, are not changed', async () => {
    const { slot: single } = await create({ recurrence: { kind: 'once', day: '2026-11-23' }, timeOfDay: '08:30' })
    const { slot: over } = await create({ recurrence: { ...daily, until: '2026-11-23' }, timeOfDay: '09:30' })
    await moveTo(local(23, 9, 30))
    for (const { id } of [single, over]) {
      expect((await update(id, { timeOfDay: '18:30' })).body.code).toBe('SLOT_ALREADY_AIRED')
    }
    const cancel = { version: 1, reason: 'Đã phát xong' }
    const kept = await operator.call<Stored>('POST', `/slots/${single.id}/cancellation`, cancel)
    expect(kept.body.code).toBe('SLOT_ALREADY_AIRED')
    const again = { occurrence: { day: '2026-11-23', reach: 'only' } }
    expect((await update(over.id, again)).body.code).toBe('SLOT_ALREADY_AIRED')
    expect((await update(over.id, { occurrence: { day: '2026-11-29', reach: 'only' } })).body.code).toBe(
      'NOT_AN_OCCURRENCE',
    )
  })

  it('one occurrence is left out and taken in again; what has begun is not', async () => {
    const { slot } = await create({ timeOfDay: '10:30' })
    expect(await skip(slot.id, '2026-11-24', 1, true)).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await plans(slot.id)).not.toContain('24 10:30')
    expect((await skip(slot.id, '2026-11-24', 1, true)).body.code).toBe('STALE_VERSION')
    expect((await skip(slot.id, '2026-11-24', 2, false)).status).toBe(200)
    expect(await plans(slot.id)).toContain('24 10:30')
    expect((await skip(slot.id, '2026-12-24', 3, true)).body.code).toBe('NOT_AN_OCCURRENCE')
    await moveTo(local(25, 10, 30))
    expect((await skip(slot.id, '2026-11-25', 3, true)).body.code).toBe('SLOT_ALREADY_AIRED')
    const { slot: single } = await create({ recurrence: { kind: 'once', day: '2026-11-27' }, timeOfDay: '10:00' })
    expect((await skip(single.id, '2026-11-27', 1, true)).body.code).toBe('NOT_AN_OCCURRENCE')
  })

  it('a cancellation is taken back; what would have begun meanwhile stays left out', async () => {
    const { slot } = await create({ timeOfDay: '11:30' })
    await moveTo(local(23, 8))
    const cancelled = await operator.call<Stored>('POST', `/slots/${slot.id}/cancellation`, {
      version: 1,
      reason: 'Mưa',
    })
    expect(cancelled.body).toMatchObject({ cancelled: true, version: 2 })
    expect(await plans(slot.id)).toEqual([])
    await moveTo(local(24, 12))
    const restore = (version: number) => operator.call<Stored>('POST', `/slots/${slot.id}/restoration`, { version })
    expect((await restore(1)).body.code).toBe('STALE_VERSION')
    expect(await restore(2)).toMatchObject({ status: 200, body: { cancelled: false, version: 3 } })
    expect((await plans(slot.id)).slice(0, 2)).toEqual(['22 11:30', '25 11:30'])
    expect(await restore(3), 'again').toMatchObject({ status: 200, body: { version: 3 } })
  })

  it('a cancelled slot does not come back against the rules', async () => {
    const { slot } = await create({ recurrence: { kind: 'once', day: '2026-11-23' }, timeOfDay: '12:30' })
    await operator.call('POST', `/slots/${slot.id}/cancellation`, { version: 1, reason: 'Mưa' })
    await moveTo(local(23, 13))
    expect((await operator.call<Stored>('POST', `/slots/${slot.id}/restoration`, { version: 2 })).body).toMatchObject({
      code: 'SLOT_REFUSED',
      data: { codes: ['NO_OCCURRENCE'] },
    })
  })
})
