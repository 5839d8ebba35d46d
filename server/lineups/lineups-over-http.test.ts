import type { BulletinId, DeviceId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { approvedBulletin } from '@nguon/tests/approved-bulletin'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { openTestHouse, type Person, type TestHouse, type Visitor } from '@nguon/tests/house'
import { settled } from '@nguon/tests/settled'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe('line-ups, as devices fetch them', () => {
  let house: TestHouse
  let operator: Person
  let bulletinId: BulletinId
  let device: Awaited<ReturnType<typeof claimedDevice>>
  let neighbour: Awaited<ReturnType<typeof claimedDevice>>
  beforeAll(async () => {
    house = await openTestHouse({ clock: settableClock(Date.UTC(2026, 10, 21, 1)) })
    operator = await house.person('operator', '24343')
    device = await claimedDevice(house, '24343')
    neighbour = await claimedDevice(house, '24346')
    bulletinId = await approvedBulletin(house, '24343')
    await settled(house)
  }, 90_000)
  afterAll(() => house.close())

  /** What the device would play once every plan is made; `known` is the tag of the line-up it has. */
  async function fetched(who: Visitor, known = '') {
    await settled(house)
    const answer = await who.fetch('/api/devices/lineup', { headers: { 'if-none-match': known } })
    const etag = answer.headers.get('etag') ?? ''
    if (answer.status !== 200) return { status: answer.status, etag, version: 0, times: [] }
    const [, payload = ''] = (await answer.text()).split('.')
    const lineup = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      version: number
      items: { startsAt: number; bulletinIds: string[] }[]
    }
    return {
      status: 200,
      etag,
      version: lineup.version,
      times: lineup.items.map(({ startsAt }) => new Date(startsAt).toISOString()),
    }
  }

  async function create(timeOfDay: string, devices: readonly DeviceId[] = []): Promise<string> {
    const units = devices.length === 0 ? [house.units['24343']] : []
    const target = { units, groups: [], devices }
    const recurrence = { kind: 'once', day: '2026-11-22' }
    const wanted = { unitId: house.units['24343'], bulletinIds: [bulletinId], recurrence, timeOfDay, target }
    const { body } = await operator.call<{ slot: { id: string } }>('POST', '/slots', wanted)
    return body.slot.id
  }

  it('a slot that is saved reaches the devices of its unit and none of the commune beside it; cancelled, it leaves them', async () => {
    const beside = await fetched(neighbour)
    const before = await fetched(device)
    expect(before).toMatchObject({ status: 200, times: [] })
    const slotId = await create('05:30')
    const planned = await fetched(device)
    expect(planned.times).toEqual(['2026-11-21T22:30:00.000Z'])
    expect(planned.version).toBeGreaterThan(before.version)
    await operator.call('POST', `/slots/${slotId}/cancellation`, { version: 1, reason: 'Đã có điện' })
    const cancelled = await fetched(device)
    expect(cancelled.times).toEqual([])
    expect(cancelled.version).toBeGreaterThan(planned.version)
    expect(await fetched(neighbour)).toEqual(beside)
    expect(beside.times).toEqual([])
  })

  it('what changes nothing a device would play issues no line-up', async () => {
    await create('06:30')
    const { etag } = await fetched(device)
    const technician = await house.person('technician', '24343')
    const { deviceId } = device
    const { body } = await technician.call('GET', `/devices/${deviceId}`)
    const renamed = { version: body['version'], name: 'Cụm loa Nhà văn hóa' }
    expect((await technician.call('PUT', `/devices/${deviceId}`, renamed)).status).toBe(200)
    expect(await fetched(device, etag)).toMatchObject({ status: 304, etag })
  })

  it('a village head sees what sounds on the loudspeakers of the village and how they are, and nothing of the next one', async () => {
    const technician = await house.person('technician', '24343')
    const other = await claimedDevice(house, '24343')
    const standing = [
      [device.deviceId, 'Cụm loa Thôn 1', '24343-T01'],
      [other.deviceId, 'Cụm loa Thôn 2', '24343-T02'],
    ] as const
    for (const [deviceId, name, village] of standing) {
      const { body } = await technician.call('GET', `/devices/${deviceId}`)
      const changed = { version: body['version'], name, villageId: house.units[village] }
      expect((await technician.call('PUT', `/devices/${deviceId}`, changed)).status).toBe(200)
    }
    await create('17:00')
    await create('18:00', [other.deviceId])
    await settled(house)
    interface Told {
      devices: { name: string; state: string }[]
      sessions: { itemId: string; slotId: string; startsAt: number; devices: number; results: object }[]
    }
    const seenIn = async (village: '24343-T01' | '24343-T02') => {
      const head = await house.person('villageHead', village)
      const { body } = await head.call<Told>('GET', `/units/${house.units[village]}/village-sessions?day=2026-11-22`)
      return { ...body, times: body.sessions.map(({ startsAt }) => new Date(startsAt).toISOString().slice(11, 16)) }
    }
    const first = await seenIn('24343-T01')
    expect(first.devices.map(({ name, state }) => `${name}: ${state}`)).toEqual(['Cụm loa Thôn 1: silent'])
    expect(first.times).toContain('10:00')
    expect(first.times).not.toContain('11:00')
    const second = await seenIn('24343-T02')
    expect(second.devices.map(({ name }) => name)).toEqual(['Cụm loa Thôn 2'])
    expect(second.times).toContain('11:00')
    const session = first.sessions.find(({ startsAt }) => startsAt === Date.UTC(2026, 10, 22, 10))
    expect(session).toMatchObject({ devices: 1, results: {} })
    const airing = {
      deviceId: device.deviceId,
      log: '1'.repeat(26),
      seq: 1,
      itemId: session?.itemId,
      slotId: session?.slotId,
      class: 'normal',
      title: 'Lịch cắt điện',
      lineupVersion: 1,
      contentHashes: [],
      bulletinIds: [],
      mediaSha256: 'a'.repeat(64),
      plannedAt: session?.startsAt,
      startedAt: session?.startsAt,
      playedSeconds: 30,
      plannedSeconds: 30,
      result: { kind: 'completed' },
      heardLevel: null,
    }
    expect((await device.call('POST', '/devices/messages', { kind: 'airings', airings: [airing] })).status).toBe(200)
    const results = async (village: '24343-T01' | '24343-T02') =>
      (await seenIn(village)).sessions.find(({ itemId }) => itemId === session?.itemId)?.results
    expect(await results('24343-T01')).toEqual({ completed: 1 })
    expect(await results('24343-T02')).toEqual({})
    const head = await house.person('villageHead', '24343-T01')
    const beside = `/units/${house.units['24343-T02']}/village-sessions?day=2026-11-22`
    expect((await head.call('GET', beside)).status).toBe(403)
  })

  it('P8.1 a bulletin that is withdrawn leaves the line-ups', async () => {
    await create('07:30')
    expect((await fetched(device)).times).toContain('2026-11-22T00:30:00.000Z')
    const approver = await house.person('approver', '24343')
    const withdrawal = { version: 1, reason: 'Sai giờ' }
    expect((await approver.call('POST', `/bulletins/${bulletinId}/withdraw`, withdrawal)).status).toBe(200)
    expect((await fetched(device)).times).toEqual([])
  })
})
