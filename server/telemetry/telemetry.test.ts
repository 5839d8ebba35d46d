import type { Telemetry } from '@nguon/domain/devices'
import { type DeviceId, instant } from '@nguon/domain/platform'
import { settableClock, transact } from '@nguon/server/platform'
import { claimedDevice } from '@nguon/tests/claimed-device'
import { describeOnEitherDatabase } from '@nguon/tests/databases'
import { openTestHouse, type TestHouse } from '@nguon/tests/house'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { collectHours } from './collect-hours.ts'
import { keepListening } from './keep-listening.ts'
import { forgetHours } from './store.ts'

const minute = 60_000
const hour = 60 * minute
const start = Date.UTC(2026, 10, 21, 1)

interface History {
  readonly hours: { hour: number; spreads: Record<string, { least: number; most: number; mean: number }> }[]
  readonly outages: { startsAt: number; endsAt: number }[]
  readonly week: { watched: number; heard: number; outages: number; longestOutage: number }
}

describeOnEitherDatabase('L3 what is kept of heartbeats', open => {
  const clock = settableClock(start)
  let house: TestHouse
  let device: Awaited<ReturnType<typeof claimedDevice>>
  let listen: () => Promise<void>

  beforeAll(async () => {
    clock.set(start)
    house = await openTestHouse({ clock, database: await open() })
    device = await claimedDevice(house, '24343')
    listen = keepListening({ db: house.db, clock })
  }, 60_000)
  afterAll(() => house.close())

  const telemetry = (change: Partial<Telemetry> = {}): Telemetry => ({
    sentAt: clock.now(),
    timeTrusted: true,
    clockErrorMilliseconds: 3,
    firmware: '1.0.0',
    assignmentVersion: null,
    lineupVersion: null,
    lineupIssuedAt: null,
    mediaReady: 0,
    mediaMissing: 0,
    playing: null,
    volume: 50,
    diskFreeBytes: 8e9,
    signalDbm: -70,
    mainsPower: true,
    batteryPercent: null,
    temperatureCelsius: 40,
    lastHeardAt: null,
    ...change,
  })
  const read = async <Body>(path: string) =>
    (await (await house.person('inspector', '24343')).call<Body>('GET', path)).body
  const history = () => read<History>(`/devices/${device.deviceId}/telemetry`)
  const beat = async (change: Partial<Telemetry> = {}) => {
    await device.call('POST', '/devices/messages', { kind: 'heartbeat', telemetry: telemetry(change) })
    const seen = async () => (await read<{ lastSeenAt: number }>(`/devices/${device.deviceId}`)).lastSeenAt
    await vi.waitFor(async () => expect(await seen()).toBe(clock.now()), { timeout: 20_000, interval: 50 })
  }
  const listenFor = async (milliseconds: number) => {
    for (const until = clock.now() + milliseconds; clock.now() < until; ) {
      await listen()
      clock.advance(minute)
    }
    await listen()
  }

  it('a device is away from its last word to the next, however often that is told; what no server could hear is not its fault', async () => {
    await listenFor(2 * minute)
    await beat()
    await listenFor(minute)
    await beat()
    await beat()
    await listenFor(8 * minute)
    const lasting = { watched: 11 * minute, heard: minute, outages: 2, longestOutage: 8 * minute }
    expect((await history()).week).toEqual(lasting)
    await beat()
    expect((await history()).week).toEqual(lasting)
    clock.advance(hour)
    await listen()
    await beat()
    const after = await history()
    expect(after.week).toEqual(lasting)
    expect(after.outages).toEqual([
      { startsAt: start, endsAt: start + 2 * minute },
      { startsAt: start + 3 * minute, endsAt: start + 11 * minute },
    ])
  })

  it('an hour is one row, whatever is told twice and whichever server heard it; old ones are swept', async () => {
    const { deviceId } = await claimedDevice(house, '24343')
    const told = (signalDbm: number | null, sentAt = clock.now()) => ({
      deviceId,
      lastSeenAt: clock.now(),
      telemetry: telemetry({ signalDbm, sentAt, batteryPercent: null }),
    })
    clock.set(start + 2 * hour)
    const server = collectHours(house)
    await server.take([told(-60)])
    await server.take([told(-60), told(-60)])
    clock.advance(30_000)
    await server.take([told(-80), told(-60, instant(clock.now() - 30_000))])
    await server.flush()
    clock.advance(30_000)
    const restarted = collectHours(house)
    await restarted.take([told(-100)])
    await restarted.flush(deviceId)
    clock.advance(3 * hour)
    await restarted.take([told(null)])
    await restarted.flush()
    const { hours } = await read<History>(`/devices/${deviceId}/telemetry`)
    expect(hours).toMatchObject([
      { hour: start + 2 * hour, spreads: { signalDbm: { least: -100, most: -60, mean: -80 }, volume: { mean: 50 } } },
      { hour: start + 5 * hour, spreads: { volume: { mean: 50 } } },
    ])
    expect(hours[1]?.spreads).not.toHaveProperty('signalDbm')
    const { rows } = await sql<{ count: number }>`
      SELECT count FROM telemetry.hour WHERE device_id = ${deviceId} ORDER BY hour`.execute(house.db)
    expect(rows.map(({ count }) => count)).toEqual([3, 1])
    await transact(house.db, tx => forgetHours(tx, instant(start + 3 * hour)))
    expect((await read<History>(`/devices/${deviceId}/telemetry`)).hours).toHaveLength(1)
  })

  it('the list of a unit begins with who is heard least, page by page, and sums up the unit', async () => {
    interface Page {
      readonly items: { id: DeviceId; heard: number; watched: number }[]
      readonly nextCursor: string | null
      readonly total: number
      readonly unit: { watched: number; heard: number }
    }
    await listenFor(4 * minute)
    const path = `/units/${house.units['24343']}/availability?days=7&limit=1`
    const first = await read<Page>(path)
    await listenFor(2 * minute)
    const second = await read<Page>(`${path}&cursor=${first.nextCursor}`)
    expect(second.unit).toEqual(first.unit)
    expect((await read<Page>(path)).unit.watched).toBeGreaterThan(first.unit.watched)
    const all = [...first.items, ...second.items]
    expect(first.total).toBe(2)
    expect(second.nextCursor).toBeNull()
    expect(new Set(all.map(({ id }) => id)).size).toBe(2)
    const [least, most] = all.map(({ heard, watched }) => heard / watched)
    expect(least).toBeLessThan(most ?? 0)
    expect(first.unit.heard).toBe(all.reduce((sum, { heard }) => sum + heard, 0))
    const village = await read<Page>(`/units/${house.units['24343-T01']}/availability`)
    expect(village.items).toEqual([])
  })
})
