import { topics } from '@nguon/domain/devices'
import type { UnitId } from '@nguon/domain/platform'
import { instant } from '@nguon/domain/platform'
import { type Devices, readDevice, unitsWithDevices } from '@nguon/server/devices'
import { type Broker, BrokerAway } from '@nguon/server/brokers'
import type { Gateway } from '@nguon/server/gateway'
import type { Keyring } from '@nguon/server/keys'
import { jobKind, measure, type Platform, transact, type Transaction } from '@nguon/server/platform'
import type { Rules } from '@nguon/server/rules'
import { type Schedule } from '@nguon/server/schedule'
import { readUnitsBelow } from '@nguon/server/territory'
import type { FastifyInstance } from 'fastify'
import { mountLineupHttp } from './lineup-http.ts'
import { type PlanParts, planUnit, type Pointer, renewAfter } from './plan-unit.ts'
import { expireLineup, holdUnitLock, leaveAudiences, oldestIssuedAt, pointersOf, unitsIssuedBefore } from './store.ts'
import { unitsInAnotherTree } from './tree-of-unit.ts'

export interface Lineups {
  mount(app: FastifyInstance): void
}

export interface LineupParts {
  readonly keyring: Pick<Keyring, 'signingKey'>
  readonly devices: Pick<Devices, 'deviceChanged' | 'devicesMoved' | 'refused'>
  readonly gateway: Pick<Gateway, 'broker'>
  readonly rules: Pick<Rules, 'rulesChanged'>
  readonly schedule: Pick<Schedule, 'scheduleChanged'>
}

const planJob = jobKind<{ unitId: UnitId }>('lineups.plan', { expireInSeconds: 120, retryLimit: 20 })

/** A device that refuses its line-up as older gets another at most this often, whatever it says. */
const leastAgeToExpire = 10 * 60_000

/** Keeps every line-up true: whatever changes what devices play has them planned anew in a job of the same transaction. */
export async function openLineups(
  platform: Pick<Platform, 'db' | 'clock' | 'config' | 'jobs' | 'announcements' | 'ticker' | 'log' | 'metrics'>,
  { keyring, devices, gateway, rules, schedule }: LineupParts,
): Promise<Lineups> {
  const { db, clock, config, jobs, ticker, log } = platform
  const lineupsIssued = platform.announcements.named<{ unitId: UnitId }>('lineupsIssued')
  const parts: PlanParts = { db, clock, zone: config.zone, keyring, lineupsIssued }

  const planBelow = async (tx: Transaction, unitId: UnitId) => {
    const below = await readUnitsBelow(tx, { clock }, unitId)
    for (const id of await unitsWithDevices(tx, below)) await jobs.enqueue(tx, planJob, { unitId: id })
  }
  devices.deviceChanged.follow(async (tx, { deviceId }) => {
    const device = await readDevice(tx, deviceId)
    if (device) await jobs.enqueue(tx, planJob, { unitId: device.unitId })
  })
  // A plan under way read the devices before; it ends first, so that no line-up of the former unit is issued after this.
  devices.devicesMoved.follow(async (tx, { deviceIds, formerUnitId, unitId }) => {
    const units = [...new Set([formerUnitId, unitId])].toSorted()
    for (const id of units) await holdUnitLock(tx, id)
    if (formerUnitId !== unitId) await leaveAudiences(tx, deviceIds)
    for (const id of units) await jobs.enqueue(tx, planJob, { unitId: id })
  })
  // A device holds a newer line-up than ours: the database was restored from before it.
  devices.refused.follow(async (tx, { deviceId, refusals }) => {
    if (!refusals.some(({ subject, fault }) => subject === 'lineup' && fault === 'older')) return
    const unitId = await expireLineup(tx, deviceId, instant(clock.now() - leastAgeToExpire))
    if (unitId !== null) await jobs.enqueue(tx, planJob, { unitId })
  })
  rules.rulesChanged.follow((tx, { unitId }) => planBelow(tx, unitId))
  schedule.scheduleChanged.follow((tx, { unitId }) => planBelow(tx, unitId))

  jobs.handle(planJob, async ({ unitId }) => {
    const pointers = await planUnit(parts, unitId)
    await tellDevices(gateway.broker, pointers)
    log.info({ unitId, devices: pointers.length }, 'line-ups issued')
  })
  // Devices may be connected to the embedded broker of another server than the one that planned.
  lineupsIssued.hear(async ({ unitId }, from) => {
    if (from === 'elsewhere' && !gateway.broker.shared) await tellDevices(gateway.broker, await pointersOf(db, unitId))
  })
  const age = { name: 'nguon_lineup_oldest_seconds', help: 'Age of the oldest line-up a device plays from' }
  measure(platform.metrics, age, async () => (clock.now() - ((await oldestIssuedAt(db)) ?? clock.now())) / 1000)
  // Every unit is planned anew each day, and when it stands elsewhere; after a start what was missed in between.
  ticker.every(60_000, 'renew line-ups', async () => {
    const due = await unitsIssuedBefore(db, instant(clock.now() - renewAfter + 3_600_000))
    const moved = await unitsInAnotherTree(db, { clock })
    for (const unitId of new Set([...due, ...moved])) await transact(db, tx => jobs.enqueue(tx, planJob, { unitId }))
  })
  const tellAll = async () => tellDevices(gateway.broker, await pointersOf(db, null))
  gateway.broker.onReturn(tellAll)
  await tellAll()
  return { mount: app => mountLineupHttp(app, { db }) }
}

/** The retained pointer of each device. An outside broker that is away is told everything when it returns. */
async function tellDevices(broker: Broker, pointers: readonly Pointer[]): Promise<void> {
  try {
    for (const { deviceId, audienceId, version } of pointers) {
      const url = `/api/devices/lineups/${audienceId}/${version}`
      await broker.publish(topics.lineup(deviceId), JSON.stringify({ audienceId, version, url }), { retain: true })
    }
  } catch (error) {
    if (!(error instanceof BrokerAway)) throw error
  }
}
