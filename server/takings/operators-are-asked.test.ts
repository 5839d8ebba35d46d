import { addDays } from '@nguon/domain/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { type Person, openTestHouse, type TestHouse } from '@nguon/tests/house'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Waiting {
  readonly kind: string
  readonly subjectId: string
  readonly path: string
  readonly title: string
}

describe('T6: what is to be scheduled, and to be taken from above, waits for operators', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse()
    await claimedDevice(house, '24343')
  })
  afterAll(() => house.close())

  const waitingFor = async (person: Person, kind: string): Promise<Waiting[]> => {
    const { body } = await person.call<{ items: Waiting[] }>('GET', '/tasks?limit=200')
    return body.items.filter(task => task.kind === kind)
  }
  const slotOf = (unitId: string, bulletinId: string) => ({
    unitId,
    bulletinIds: [bulletinId],
    recurrence: { kind: 'once', day: addDays(house.clock.today(), 2) },
    timeOfDay: '17:30',
    target: { units: [unitId], groups: [], devices: [] },
  })

  it('a published bulletin waits for a slot until it has one', async () => {
    const operator = await house.person('operator', '24343')
    const bulletinId = await approvedBulletin(house, '24343')
    const [task] = (await waitingFor(operator, 'schedule.arrange')).filter(({ subjectId }) => subjectId === bulletinId)
    expect(task).toMatchObject({
      title: 'Xếp lịch phát cho tin “Lịch cắt điện”',
      path: `/lam-viec/lich-phat/nhanh/${bulletinId}`,
    })
    const made = await operator.call('POST', '/slots', slotOf(house.units['24343'], bulletinId))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect((await waitingFor(operator, 'schedule.arrange')).map(({ subjectId }) => subjectId)).not.toContain(bulletinId)
  })

  it('a normal slot of the province waits for the word of each commune that would hear it', async () => {
    const bulletinId = await approvedBulletin(house, '66')
    const province = await house.person('operator', '66')
    const made = await province.call<{ slot: { id: string } }>('POST', '/slots', slotOf(house.units['66'], bulletinId))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const slotId = made.body.slot.id
    const operator = await house.person('operator', '24343')
    const [task] = await waitingFor(operator, 'schedule.take')
    expect(task).toMatchObject({ path: `/lam-viec/lich-phat/${slotId}` })
    expect(await waitingFor(await house.person('operator', '24346'), 'schedule.take')).toEqual([])
    const said = await operator.call('PUT', `/units/${house.units['24343']}/takings/${slotId}`, {
      taken: true,
      reason: '',
    })
    expect(said.status, JSON.stringify(said.body)).toBe(200)
    expect(await waitingFor(operator, 'schedule.take')).toEqual([])
  })
})
