import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Actor, DeviceId, UnitId } from '@nguon/domain/platform'
import { type Devices, devicesKeptIn, groupsLosing } from '@nguon/server/devices'
import { countComing } from '@nguon/server/lineups'
import type { Clock, Database } from '@nguon/server/platform'
import { slotsLosing } from '@nguon/server/slots'
import { readLivingUnitPath } from '@nguon/server/territory'
import { requireMayMove } from './move-devices.ts'

/** What follows when all devices of a unit, or one of them, go to another; nothing is written. */
export async function previewMove(
  db: Database,
  { clock, zone, troubles }: { clock: Clock; zone: string; troubles: Devices['troubles'] },
  actor: Actor,
  { fromUnitId, toUnitId, deviceId }: { fromUnitId: UnitId; toUnitId: UnitId; deviceId?: DeviceId | undefined },
) {
  await requireMayMove(db, { clock }, actor, fromUnitId, toUnitId)
  const standing = await devicesKeptIn(db, fromUnitId)
  const devices = deviceId === undefined ? standing : standing.filter(({ id }) => id === deviceId)
  if (deviceId !== undefined && devices.length === 0) throw new Refusal(platformRefusals.NOT_FOUND)
  const units = [...new Set(devices.map(({ unitId }) => unitId))]
  for (const unitId of units) await requireMayMove(db, { clock }, actor, unitId, toUnitId)
  const leaving = devices.filter(({ unitId }) => unitId !== toUnitId)
  const ids = leaving.map(({ id }) => id)
  const path = await readLivingUnitPath(db, { clock }, toUnitId)
  const troubled = new Set((await Promise.all(troubles.map(source => source(units)))).flat())
  return {
    devices: devices.length,
    leaving: leaving.length,
    slots: await slotsLosing(db, { clock, zone }, ids, path),
    groups: await groupsLosing(db, ids, path),
    plannedItems: await countComing(db, ids, clock.now()),
    troubled: leaving.filter(({ id }) => troubled.has(id)).length,
  }
}
