import { assignmentRefusals } from '@nguon/contract/assignments'
import { deviceRefusals } from '@nguon/contract/devices'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { mayMoveDevices } from '@nguon/domain/assignments'
import type { Device } from '@nguon/domain/devices'
import type { Actor, DeviceId, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import {
  type Devices,
  devicesKeptIn,
  leaveForeignGroups,
  placeDevice,
  readDevice,
  requireVillageWithin,
} from '@nguon/server/devices'
import { nextVersion } from '@nguon/server/lineups'
import type { Announcement, Clock, Database, Transaction } from '@nguon/server/platform'
import { readLivingUnitPath, readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { insertAssignment } from './store.ts'

export interface MoveParts {
  readonly clock: Clock
  readonly devicesMoved: Devices['devicesMoved']
  readonly assignmentsMade: Announcement<{ unitId: UnitId }>
}

export interface Destination {
  readonly toUnitId: UnitId
  readonly villageId: UnitId | null
}

/** @throws STALE_VERSION, DEVICE_STANDS_THERE, DEVICE_RETIRED, VILLAGE_OUTSIDE_UNIT */
export async function moveDevice(
  tx: Transaction,
  parts: MoveParts,
  actor: Actor,
  { deviceId, version, ...destination }: Destination & { readonly deviceId: DeviceId; readonly version: number },
): Promise<void> {
  const device = await readDevice(tx, deviceId)
  if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
  await requireMayMove(tx, parts, actor, device.unitId, destination.toUnitId)
  if (device.retiredAt !== null) throw new Refusal(deviceRefusals.DEVICE_RETIRED)
  if (device.version !== version) throw new Refusal(platformRefusals.STALE_VERSION, { current: device.version })
  if (device.unitId === destination.toUnitId && device.villageId === destination.villageId) {
    throw new Refusal(assignmentRefusals.DEVICE_STANDS_THERE, { field: 'toUnitId' })
  }
  await carryOver(tx, parts, actor, [device], destination)
}

/** Every device of a unit, or of a village. @throws STALE_VERSION when they are not as many as were seen */
export async function moveAllDevices(
  tx: Transaction,
  parts: MoveParts,
  actor: Actor,
  {
    fromUnitId,
    devices: seen,
    ...destination
  }: Destination & { readonly fromUnitId: UnitId; readonly devices: number },
): Promise<number> {
  const { toUnitId, villageId } = destination
  await requireMayMove(tx, parts, actor, fromUnitId, toUnitId)
  const standing = await devicesKeptIn(tx, fromUnitId)
  for (const unitId of new Set(standing.map(device => device.unitId))) {
    await requireMayMove(tx, parts, actor, unitId, toUnitId)
  }
  if (fromUnitId === (villageId ?? toUnitId)) {
    throw new Refusal(assignmentRefusals.DEVICE_STANDS_THERE, { field: 'toUnitId' })
  }
  if (standing.length !== seen) throw new Refusal(platformRefusals.STALE_VERSION, { current: standing.length })
  await carryOver(tx, parts, actor, standing, destination)
  return standing.length
}

export async function requireMayMove(
  db: Database,
  parts: Pick<MoveParts, 'clock'>,
  actor: Actor,
  fromUnitId: UnitId,
  toUnitId: UnitId,
): Promise<void> {
  const [from, to] = [await readUnitPath(db, parts, fromUnitId), await readLivingUnitPath(db, parts, toUnitId)]
  requireRight(mayMoveDevices(actor, from, to))
}

async function carryOver(
  tx: Transaction,
  parts: MoveParts,
  actor: Actor,
  devices: readonly Device[],
  { toUnitId, villageId }: Destination,
): Promise<void> {
  const { clock, devicesMoved, assignmentsMade } = parts
  await requireVillageWithin(tx, parts, villageId, toUnitId)
  const path = await readLivingUnitPath(tx, parts, toUnitId)
  for (const { id, version } of devices) {
    if (!(await placeDevice(tx, id, version, { unitId: toUnitId, villageId }))) {
      throw new Refusal(platformRefusals.STALE_VERSION, { current: version + 1 })
    }
  }
  await leaveForeignGroups(
    tx,
    devices.map(({ id }) => id),
    path,
  )
  for (const [formerUnitId, moved] of Map.groupBy(devices, ({ unitId }) => unitId)) {
    await devicesMoved.tell(tx, { deviceIds: moved.map(({ id }) => id), formerUnitId, unitId: toUnitId })
  }
  // Numbered once nobody plans for the former unit any more: every later line-up is one of the new unit.
  for (const device of devices.filter(({ unitId }) => unitId !== toUnitId)) {
    const [decidedAt, version] = [clock.now(), await nextVersion(tx, clock.now())]
    const { id: deviceId, unitId: formerUnitId } = device
    await insertAssignment(tx, { deviceId, version, formerUnitId, unitId: toUnitId, villageId, decidedAt })
  }
  for (const { id: subjectId, name, unitId: fromUnitId, villageId: fromVillageId } of devices) {
    const details = { name, fromUnitId, fromVillageId, toUnitId, villageId }
    const act = { actor, subjectId, details }
    await writeAudit(tx, { clock }, { ...act, action: 'devices.move', unitId: fromUnitId })
    if (fromUnitId !== toUnitId)
      await writeAudit(tx, { clock }, { ...act, action: 'devices.receive', unitId: toUnitId })
  }
  await assignmentsMade.announce(tx, { unitId: toUnitId })
}
