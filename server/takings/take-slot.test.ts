import type { BulletinId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type TestHouse, type UnitCode } from '@nguon/tests/house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('P5 a unit takes normal slots of units above it, over HTTP', () => {
  let house: TestHouse
  let deviceId: string
  let bulletinId: BulletinId
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
    deviceId = (await claimedDevice(house, '24343')).deviceId
    bulletinId = await approvedBulletin(house, '66', 'priority')
  }, 120_000)
  afterAll(() => house.close())

  const slot = async (timeOfDay: string, given: object = {}) => {
    const province = await house.person('operator', '66')
    const { body } = await province.call<{ slot: { id: string } }>('POST', '/slots', {
      unitId: house.units['66'],
      bulletinIds: [bulletinId],
      recurrence: { kind: 'once', day: '2026-11-23' },
      timeOfDay,
      target: { units: [house.units['66']], groups: [], devices: [] },
      ...given,
    })
    return body.slot.id
  }
  const take = async (slotId: string, taken: boolean, reason = '', unit: UnitCode = '24343') => {
    const who = await house.person('operator', unit)
    return who.call('PUT', `/units/${house.units[unit]}/takings/${slotId}`, { taken, reason })
  }
  const plays = async (slotId: string, hour: number) => {
    const at = Date.UTC(2026, 10, 22, hour + 17)
    const who = await house.person('operator', '24343')
    const { body } = await who.call('GET', `/slots/${slotId}/explanation?deviceId=${deviceId}&at=${at}`)
    return body['plays']
  }
  const takings = async () => {
    const inspector = await house.person('inspector', '24343')
    const { body } = await inspector.call<{ items: { action: string }[] }>(
      'GET',
      `/units/${house.units['24343']}/audit?limit=100`,
    )
    return body.items.filter(({ action }) => action === 'schedule.take').length
  }

  it('it sounds when taken, no more when left, and the word said again writes no second line', async () => {
    const slotId = await slot('06:00')
    expect(await plays(slotId, 6)).toBe(false)
    expect(await take(slotId, true)).toMatchObject({ status: 200, body: { taken: true } })
    expect(await plays(slotId, 6)).toBe(true)
    await take(slotId, true)
    expect(await takings()).toBe(1)
    expect((await take(slotId, false, 'Trùng lễ hội')).status).toBe(200)
    expect(await plays(slotId, 6)).toBe(false)
    expect(await takings()).toBe(2)
  })

  it('with a standing rule every normal slot of the unit above sounds; the word on a single one goes first', async () => {
    const unitId = house.units['24343']
    const who = await house.person('operator', '24343')
    const always = (taken: boolean, from: UnitCode = '66') =>
      who.call('PUT', `/units/${unitId}/standing-takings/${house.units[from]}`, { taken })
    const [one, left] = [await slot('10:00'), await slot('11:00')]
    await take(left, false, 'Trùng họp dân')
    expect((await always(true)).status).toBe(200)
    expect((await who.call('GET', `/units/${unitId}/standing-takings`)).body).toEqual({
      fromUnitIds: [house.units['66']],
    })
    expect([await plays(one, 10), await plays(left, 11)]).toEqual([true, false])
    expect((await always(false)).status).toBe(200)
    expect(await plays(one, 10)).toBe(false)
    for (const from of ['24343', '24346'] as const) expect((await always(true, from)).body['code']).toBe('NOT_FOUND')
  })

  it('priority slots, one’s own and cancelled ones are not for taking', async () => {
    expect((await take(await slot('07:00', { class: 'priority' }), false)).body['code']).toBe('SLOT_NOT_FOR_TAKING')
    const own = await slot('08:00')
    expect((await take(own, false, '', '66')).body['code']).toBe('SLOT_NOT_FOR_TAKING')
    const province = await house.person('operator', '66')
    await province.call('POST', `/slots/${own}/cancellation`, { version: 1, reason: 'Đã có điện' })
    expect((await take(own, true)).body['code']).toBe('SLOT_CANCELLED')
    expect((await take('0'.repeat(26), true)).body['code']).toBe('NOT_FOUND')
  })
})
