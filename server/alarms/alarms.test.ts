import type { Telemetry } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import { settableClock } from '@nguon/server/platform'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { watchSilence } from './watch-silence.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 21, 1)

interface ShownAlarm {
  readonly id: string
  readonly version: number
  readonly deviceId: string
  readonly deviceName: string
  readonly kind: string
  readonly severity: string
  readonly standing: string
  readonly occurrences: number
  readonly facts: Record<string, unknown>
  readonly acknowledgedName: string | null
  readonly note: string
}

describeOnEitherDatabase('alarms of devices', open => {
  const clock = settableClock(start)
  let house: TestHouse
  let device: Awaited<ReturnType<typeof claimedDevice>>
  let lookForSilence: () => Promise<void>

  beforeAll(async () => {
    clock.set(start)
    house = await openTestHouse({ clock, database: await open() })
    device = await claimedDevice(house, '24343')
    lookForSilence = watchSilence({ db: house.db, clock })
  }, 60_000)
  afterAll(() => house.close())

  const telemetry = (change: Partial<Telemetry> = {}): Telemetry => ({
    sentAt: clock.now(),
    timeTrusted: true,
    clockErrorMilliseconds: 3,
    firmware: '1.0.0',
    assignmentVersion: null,
    lineupVersion: 1,
    lineupIssuedAt: clock.now(),
    mediaReady: 0,
    mediaMissing: 0,
    playing: null,
    volume: 50,
    diskFreeBytes: 8e9,
    signalDbm: -70,
    mainsPower: true,
    batteryPercent: 100,
    temperatureCelsius: 40,
    lastHeardAt: null,
    ...change,
  })
  const tell = async (message: object) => {
    const { status, body } = await device.call('POST', '/devices/messages', message)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const beat = (change: Partial<Telemetry> = {}) => tell({ kind: 'heartbeat', telemetry: telemetry(change) })
  const technician = () => house.person('technician', '24343')
  const ofDevice = async (deviceId: DeviceId = device.deviceId) =>
    (await (await technician()).call<{ items: ShownAlarm[] }>('GET', `/devices/${deviceId}/alarms`)).body.items
  const newest = async (kind: string) => (await ofDevice()).find(alarm => alarm.kind === kind)
  const until = (kind: string, standing: string) =>
    vi.waitFor(async () => expect((await newest(kind))?.standing).toBe(standing), { timeout: 20_000, interval: 100 })
  const acknowledge = async (alarm: Pick<ShownAlarm, 'id' | 'version'> | undefined, note = '') =>
    (await technician()).call('POST', '/alarms/acknowledgements', {
      alarms: [{ id: alarm?.id, version: alarm?.version }],
      note,
    })
  const tasks = async () => {
    const { body } = await (await technician()).call<{ items: { kind: string; title: string }[] }>('GET', '/tasks')
    return body.items.filter(({ kind }) => kind === 'alarms.acknowledge').map(({ title }) => title)
  }

  it('I11 mains power gone: an alarm, a task for the technician, and both stay until somebody acknowledges', async () => {
    await beat({ mainsPower: false, batteryPercent: 50 })
    await until('powerCut', 'open')
    expect(await newest('powerCut')).toMatchObject({ severity: 'serious', facts: { batteryPercent: 50 } })
    expect(await tasks()).toEqual(['Xem 1 sự cố thiết bị chưa xác nhận'])
    await beat()
    await until('powerCut', 'past')
    expect(await tasks()).toHaveLength(1)
    const { body } = await acknowledge(await newest('powerCut'), 'Điện lực cắt theo lịch')
    expect(body).toEqual({ acknowledged: 1, changed: [] })
    expect(await newest('powerCut')).toMatchObject({ standing: 'closed', note: 'Điện lực cắt theo lịch' })
    expect((await newest('powerCut'))?.acknowledgedName).toMatch(/Cán bộ/)
    expect(await tasks()).toEqual([])
  })

  it('I11 it falls silent: an alarm within five minutes, past when it speaks again', async () => {
    await beat()
    await vi.waitFor(async () => {
      const { rows } = await sql<{ at: Date }>`SELECT last_seen_at AS at FROM devices.state`.execute(house.db)
      expect(rows[0]?.at.getTime()).toBe(clock.now())
    })
    clock.advance(4 * minute)
    await lookForSilence()
    expect(await newest('silent')).toBeUndefined()
    clock.advance(minute)
    await lookForSilence()
    await lookForSilence()
    expect((await ofDevice()).filter(({ kind }) => kind === 'silent')).toMatchObject([
      { standing: 'open', severity: 'serious', facts: { lastSeenAt: start }, occurrences: 1 },
    ])
    await beat()
    await until('silent', 'past')
  })

  it('what has changed since it was seen waits for another look', async () => {
    await beat({ batteryPercent: 25 })
    await until('battery', 'open')
    const seen = await newest('battery')
    await beat({ batteryPercent: 5 })
    await vi.waitFor(async () => expect((await newest('battery'))?.severity).toBe('urgent'), { timeout: 20_000 })
    expect((await acknowledge(seen)).body).toEqual({ acknowledged: 0, changed: [seen?.id] })
    expect((await acknowledge(await newest('battery'))).body).toEqual({ acknowledged: 1, changed: [] })
    expect((await newest('battery'))?.standing).toBe('acknowledged')
    await beat()
    await until('battery', 'closed')
  })

  const airing = (seq: number, change: object = {}) => ({
    deviceId: device.deviceId,
    log: '7'.repeat(26),
    seq,
    itemId: `item-${seq}`,
    slotId: '0'.repeat(26),
    class: 'normal',
    title: 'Cảnh báo mưa lũ',
    assignmentVersion: null,
    lineupVersion: 1,
    contentHashes: [],
    bulletinIds: [],
    mediaSha256: 'a'.repeat(64),
    plannedAt: start + seq * minute,
    startedAt: start + seq * minute,
    playedSeconds: 38,
    plannedSeconds: 38,
    result: { kind: 'completed' },
    heardLevel: null,
    ...change,
  })

  it('I10 four seconds of 38 raise an alarm at once, counted once though told twice; a whole airing clears it', async () => {
    const failed = airing(1, { playedSeconds: 4, result: { kind: 'failed', reason: 'short' } })
    await tell({ kind: 'airings', airings: [failed] })
    await tell({ kind: 'airings', airings: [failed] })
    expect(await newest('airingFailed')).toMatchObject({
      severity: 'urgent',
      occurrences: 1,
      facts: { title: 'Cảnh báo mưa lũ', playedSeconds: 4, plannedSeconds: 38, reason: 'short' },
    })
    await tell({ kind: 'airings', airings: [airing(2)] })
    expect((await newest('airingFailed'))?.standing).toBe('past')
  })

  it('an altered line-up the device refused is urgent, and ends with its acknowledgement', async () => {
    const refusal = { at: clock.now(), subject: 'lineup', fault: 'signature', detail: 'bản 7' }
    await tell({ kind: 'refusals', refusals: [refusal] })
    expect(await newest('refusal')).toMatchObject({ severity: 'urgent', standing: 'open' })
    await acknowledge(await newest('refusal'))
    expect((await newest('refusal'))?.standing).toBe('closed')
  })

  it('I11 self-tests are stored once each; one that was not heard raises an alarm, the next that was clears it', async () => {
    const test = (seq: number, heard: boolean | null) => ({
      deviceId: device.deviceId,
      log: '5'.repeat(26),
      seq,
      at: start + seq * minute,
      result: 'completed',
      reason: null,
      heard,
      heardLevel: heard === null ? null : -60,
    })
    expect(await tell({ kind: 'self-tests', tests: [test(1, false)] })).toEqual({
      acknowledged: { log: '5'.repeat(26), seq: 1 },
    })
    expect((await newest('selfTestFailed'))?.standing).toBe('open')
    await tell({ kind: 'self-tests', tests: [test(1, false), test(2, null)] })
    expect((await newest('selfTestFailed'))?.standing).toBe('past')
    const { body } = await (await technician()).call<{ seq: number; heard: boolean | null }[]>(
      'GET',
      `/devices/${device.deviceId}/self-tests`,
    )
    expect(body.map(({ seq, heard }) => [seq, heard])).toEqual([
      [2, null],
      [1, false],
    ])
  })

  it('a list goes from the gravest to the lightest, page by page, and leaves out what others have', async () => {
    const person = await technician()
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path: string = `/alarms?unitId=${house.units['24343']}&limit=1${cursor ? `&cursor=${cursor}` : ''}`
      const { body } = await person.call<{ items: ShownAlarm[]; nextCursor: string | null }>('GET', path)
      seen.push(...body.items.map(({ kind }) => kind))
      cursor = body.nextCursor
    }
    expect(seen.toSorted()).toEqual(['airingFailed', 'selfTestFailed', 'silent'])
    expect(seen[0]).toBe('airingFailed')
    const other = await house.person('technician', '24346')
    const { body } = await other.call<{ items: ShownAlarm[] }>('GET', `/alarms?unitId=${house.units['24346']}`)
    expect(body.items).toEqual([])
    const above = await house.person('technician', '66')
    const counts = await above.call<{ total: { waiting: number }; units: { unitId: string; waiting: number }[] }>(
      'GET',
      `/units/${house.units['66']}/alarm-counts`,
    )
    expect(counts.body.total.waiting).toBe(3)
    expect(counts.body.units.find(({ unitId }) => unitId === house.units['24343'])?.waiting).toBe(3)
    expect(counts.body.units.find(({ unitId }) => unitId === house.units['24346'])?.waiting).toBe(0)
  })

  it('the list of devices can be sorted by who was heard least recently, and shows only those in trouble', async () => {
    const person = await technician()
    const quiet = await claimedDevice(house, '24343')
    const names = async (more: string) => {
      const path = `/devices?unitId=${house.units['24343']}${more}`
      const { body } = await person.call<{ items: { id: string }[]; nextCursor: string | null }>('GET', path)
      return { ids: body.items.map(({ id }) => id), cursor: body.nextCursor }
    }
    const first = await names('&sort=lastSeen&limit=1')
    expect(first.ids).toEqual([quiet.deviceId])
    expect((await names(`&sort=lastSeen&limit=1&cursor=${first.cursor}`)).ids).toEqual([device.deviceId])
    expect((await names('&troubled=true')).ids).toEqual([device.deviceId])
    await person.call('POST', `/devices/${quiet.deviceId}/retirement`, { reason: 'Nhầm' })
  })

  it('a device that is retired has no troubles any more', async () => {
    await (await technician()).call('POST', `/devices/${device.deviceId}/retirement`, { reason: 'Sét đánh hỏng' })
    expect((await ofDevice()).filter(({ standing }) => standing !== 'closed')).toEqual([])
    expect(await tasks()).toEqual([])
  })
})
