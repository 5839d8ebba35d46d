import { emergencyRefusals } from '@nguon/contract/emergencies'
import { Refusal } from '@nguon/contract/platform'
import type { Device } from '@nguon/domain/devices'
import type { Emergency } from '@nguon/domain/emergencies'
import type { UnitId } from '@nguon/domain/platform'
import { devicesById, devicesOfUnits } from '@nguon/server/devices'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsById, unitsWithin } from '@nguon/server/territory'
import { deliveriesOf } from './delivery-store.ts'

/**
 * The loudspeakers a message is for. An alert reaches those of its area as they stand now; what follows one reaches exactly those
 * that one was for, wherever they stand by now (incident I03).
 */
export async function audienceOf(
  db: Database,
  { clock }: { clock: Clock },
  { referenceId, area }: Pick<Emergency, 'referenceId' | 'area'>,
): Promise<Device[]> {
  if (referenceId !== null) {
    const before = await deliveriesOf(db, referenceId)
    const devices = await devicesById(
      db,
      before.map(({ deviceId }) => deviceId),
    )
    return devices.filter(canHear)
  }
  const tops = await unitsById(db, clock.today(), area.unitIds)
  const paths = tops.map(({ path }) => path)
  const within = new Set((await unitsWithin(db, clock.today(), paths)).map(({ unit }) => unit.unitId))
  // A loudspeaker of a commune may stand in one of the villages that were ticked.
  const asked = new Set<UnitId>([...within, ...paths.flat()])
  const devices = await devicesOfUnits(db, [...asked])
  return devices.filter(
    device =>
      canHear(device) && (within.has(device.unitId) || (device.villageId !== null && within.has(device.villageId))),
  )
}

function canHear({ kind, claimedAt, retiredAt }: Device): boolean {
  return kind === 'speaker' && claimedAt !== null && retiredAt === null
}

/** @throws EMERGENCY_NO_LOUDSPEAKER: a message nobody would hear must not look like one that went out */
export async function requireAudience(
  db: Database,
  parts: { clock: Clock },
  emergency: Pick<Emergency, 'referenceId' | 'area'>,
): Promise<Device[]> {
  const devices = await audienceOf(db, parts, emergency)
  if (devices.length > 0) return devices
  throw new Refusal(emergencyRefusals.EMERGENCY_NO_LOUDSPEAKER, { field: 'area.unitIds' })
}
