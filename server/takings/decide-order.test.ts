import type { BulletinId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type TestHouse, type UnitCode } from '@nguon/tests/house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('P3.3 the commune orders its colliding priority slots, over HTTP', () => {
  let house: TestHouse
  let operator: Person
  let deviceId: string
  let bulletins: Readonly<Record<'66' | '24343' | '24346', BulletinId>>
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
    operator = await house.person('operator', '24343')
    deviceId = (await claimedDevice(house, '24343')).deviceId
    await claimedDevice(house, '24346')
    bulletins = {
      '66': await approvedBulletin(house, '66', 'priority'),
      '24343': await approvedBulletin(house, '24343', 'priority'),
      '24346': await approvedBulletin(house, '24346', 'priority'),
    }
  }, 120_000)
  afterAll(() => house.close())

  const slot = async (unit: UnitCode & keyof typeof bulletins, timeOfDay: string, given: object = {}) => {
    const who = await house.person('operator', unit)
    const { body } = await who.call<{ slot: { id: string } }>('POST', '/slots', {
      unitId: house.units[unit],
      bulletinIds: [bulletins[unit]],
      class: 'priority',
      recurrence: { kind: 'once', day: '2026-11-23' },
      timeOfDay,
      target: { units: [house.units[unit]], groups: [], devices: [] },
      ...given,
    })
    return body.slot.id
  }
  const decide = (slotIds: readonly string[], who = operator, unit: UnitCode = '24343') =>
    who.call('PUT', `/units/${house.units[unit]}/priority-order`, { slotIds })
  const lines = async () =>
    (
      await (
        await house.person('inspector', '24343')
      ).call<{ items: { action: string }[] }>('GET', `/units/${house.units['24343']}/audit?limit=100`)
    ).body.items
  const decisions = async () => (await lines()).filter(({ action }) => action === 'schedule.decideOrder').length
  const whyAt = async (slotId: string, at: number) =>
    (await operator.call('GET', `/slots/${slotId}/explanation?deviceId=${deviceId}&at=${at}`)).body
  const winnerIn = async () => {
    const { body } = await operator.call<{ collisions: { winner: { slotId: string }; reason: { vi: string } }[] }>(
      'GET',
      `/units/${house.units['24343']}/timetable?from=2026-11-23&days=1`,
    )
    return body.collisions.map(({ winner }) => winner.slotId)
  }

  it('the word of the commune goes before the level, can be changed, and is told as the reason', async () => {
    const [above, own] = [await slot('66', '05:30'), await slot('24343', '05:30')]
    const at = Date.UTC(2026, 10, 22, 22, 30)
    expect(await whyAt(above, at)).toMatchObject({ plays: true })
    expect(await winnerIn()).toEqual([above])
    expect(await decide([own, above])).toMatchObject({ status: 200, body: { slotIds: [own, above] } })
    expect(await whyAt(own, at)).toMatchObject({ plays: true })
    const why = (await whyAt(above, at)) as { plays: boolean; reason: { vi: string } }
    expect(why.plays).toBe(false)
    expect(why.reason.vi).toContain('đơn vị đã quyết định thứ tự như vậy')
    expect(await winnerIn()).toEqual([own])
    expect((await decide([above, own])).status).toBe(200)
    expect(await winnerIn()).toEqual([above])
  })

  it('the same word said again changes nothing and writes no second line', async () => {
    const [above, own] = [await slot('66', '06:30'), await slot('24343', '06:30')]
    const before = await decisions()
    for (const _ of [1, 2]) expect((await decide([own, above])).status).toBe(200)
    expect(await decisions()).toBe(before + 1)
  })

  it('slots that do not collide in class priority on its loudspeakers have no order', async () => {
    const own = await slot('24343', '07:30')
    const refused = [
      ['at another time', await slot('66', '07:35')],
      ['of class normal', await slot('66', '07:30', { class: 'normal' })],
      ['of a commune beside it', await slot('24346', '07:30')],
      [
        'of the province, for the commune beside it',
        await slot('66', '07:30', {
          target: { units: [house.units['24346']], groups: [], devices: [] },
        }),
      ],
      ['unknown', '0'.repeat(26)],
    ] as const
    for (const [name, other] of refused) {
      expect((await decide([own, other])).body['code'], name).toBe('SLOTS_DO_NOT_COLLIDE')
    }
    const cancelled = await slot('66', '07:30')
    const province = await house.person('operator', '66')
    await province.call('POST', `/slots/${cancelled}/cancellation`, { version: 1, reason: 'Đã có điện' })
    expect((await decide([own, cancelled])).body['code'], 'cancelled').toBe('SLOTS_DO_NOT_COLLIDE')
  })

  it('one slot, or one twice, is no order; and the province does not decide for the commune', async () => {
    const [above, own] = [await slot('66', '08:30'), await slot('24343', '08:30')]
    expect((await decide([own])).body['code']).toBe('INVALID_INPUT')
    expect((await decide([own, own])).body['code']).toBe('INVALID_INPUT')
    const province = await house.person('operator', '66')
    expect((await decide([above, own], province, '66')).body['code']).toBe('SLOTS_DO_NOT_COLLIDE')
  })
})
