import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Group {
  id: string
  version: number
  name: string
  deviceIds: string[]
  code?: string
}

describe('P7.2 groups of loudspeakers, over HTTP', () => {
  let house: TestHouse
  let operator: Person
  let here: string
  let elsewhere: string
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
    operator = await house.person('operator', '24343')
    here = (await claimedDevice(house, '24343')).deviceId
    elsewhere = (await claimedDevice(house, '24346')).deviceId
  }, 60_000)
  afterAll(() => house.close())

  const create = (name: string, deviceIds: string[] = [], more: object = {}) =>
    operator.call<Group>('POST', '/device-groups', { unitId: house.units['24343'], name, deviceIds, ...more })
  const update = (group: Group, given: object) =>
    operator.call<Group>('PUT', `/device-groups/${group.id}`, { ...group, ...given })
  const remove = (group: Group) =>
    operator.call<Group>('POST', `/device-groups/${group.id}/removal`, { version: group.version })
  const listed = async () =>
    (await operator.call<Group[]>('GET', `/device-groups?unitId=${house.units['24343']}`)).body.map(({ name }) => name)

  it('holds loudspeakers of the unit and below it, no others, and its name is one of a kind', async () => {
    const made = await create('Các chợ', [here, elsewhere])
    expect(made).toMatchObject({ status: 201, body: { name: 'Các chợ', version: 1, deviceIds: [here] } })
    expect((await create('Các chợ')).body.code).toBe('GROUP_NAME_TAKEN')
    const other = (await create('Ven quốc lộ')).body
    expect((await update(other, { name: 'Các chợ' })).body.code).toBe('GROUP_NAME_TAKEN')
    expect((await update(other, { name: 'Ven đường tỉnh', deviceIds: [here] })).body).toMatchObject({
      version: 2,
      name: 'Ven đường tỉnh',
      deviceIds: [here],
    })
    expect((await update(other, { name: 'Từ bản cũ' })).body.code).toBe('STALE_VERSION')
    expect(await listed()).toEqual(['Các chợ', 'Ven đường tỉnh'])
  })

  it('a create that is repeated with its key makes one group', async () => {
    const key = { idempotencyKey: 'nhom-trung-tam' }
    const [first, again] = [await create('Trung tâm', [], key), await create('Trung tâm', [], key)]
    expect(again.body.id).toBe(first.body.id)
  })

  it('a slot plays on the group it names as its members change, and the group stays while the slot does', async () => {
    const group = (await create('Ba thôn', [here])).body
    const bulletinId = await approvedBulletin(house, '24343')
    const slot = await operator.call<{ slot: { id: string; title: string } }>('POST', '/slots', {
      unitId: house.units['24343'],
      bulletinIds: [bulletinId],
      title: 'Thông báo chợ phiên',
      recurrence: { kind: 'once', day: '2026-11-23' },
      timeOfDay: '05:30',
      target: { units: [], groups: [group.id], devices: [] },
    })
    expect(slot.status, JSON.stringify(slot.body)).toBe(201)
    const { id } = slot.body.slot
    const plays = async () => {
      const at = Date.UTC(2026, 10, 22, 22, 30)
      return (await operator.call('GET', `/slots/${id}/explanation?deviceId=${here}&at=${at}`)).body['plays']
    }
    expect(await plays()).toBe(true)
    const kept = await remove(group)
    expect(kept).toMatchObject({ status: 409, body: { code: 'GROUP_IN_USE' } })
    expect((kept.body as unknown as { title: string }).title).toContain('“Thông báo chợ phiên”')
    const emptied = (await update(group, { deviceIds: [] })).body
    expect(await plays()).toBe(false)
    await operator.call('POST', `/slots/${id}/cancellation`, { version: 1, reason: 'Hoãn phiên chợ' })
    expect((await remove(group)).body.code).toBe('STALE_VERSION')
    expect((await remove(emptied)).status).toBe(200)
    expect(await listed()).not.toContain('Ba thôn')
  })
})
