import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, expect, it } from 'vitest'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
  await claimedDevice(house, '24343')
}, 60_000)
afterAll(() => house.close())

it('S1 what is approved waits for a slot until it has one, and again when that is cancelled', async () => {
  const operator = await house.person('operator', '24343')
  const unitId = house.units['24343']
  const bulletinId = await approvedBulletin(house, '24343')
  await approvedBulletin(house, '24346')
  const waiting = async () =>
    (await operator.call<{ bulletinId: string; seconds: number }[]>('GET', `/units/${unitId}/unscheduled`)).body
  expect(await waiting()).toEqual([expect.objectContaining({ bulletinId, title: 'Lịch cắt điện', class: 'normal' })])

  const times = await operator.call<{ day: string; timeOfDay: string }[]>(
    'GET',
    `/units/${unitId}/slot-times?bulletinId=${bulletinId}`,
  )
  expect(times.body[0]).toEqual({ day: '2026-11-22', timeOfDay: '05:30' })
  const slot = await operator.call<{ slot: { id: string } }>('POST', '/slots', {
    unitId,
    bulletinIds: [bulletinId],
    recurrence: { kind: 'once', day: times.body[0]?.day },
    timeOfDay: times.body[0]?.timeOfDay,
    target: { units: [unitId], groups: [], devices: [] },
  })
  expect(await waiting()).toEqual([])
  await operator.call('POST', `/slots/${slot.body.slot.id}/cancellation`, { version: 1, reason: 'Đã có điện' })
  expect((await waiting()).map(row => row.bulletinId)).toEqual([bulletinId])
})
