import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { readDevice } from '@nguon/server/devices'
import { nextVersion } from '@nguon/server/lineups'
import type { Announcement, Clock, Transaction } from '@nguon/server/platform'
import { insertAssignment, movesOfDevice } from './store.ts'

/** A device that keeps refusing gets another decision at most this often, whatever it says. */
const leastAge = 10 * 60_000

/**
 * A device that obeys a newer decision than ours: the database was restored from before it. What the database says is said
 * again under a higher number.
 */
export async function reissueAssignment(
  tx: Transaction,
  { clock, assignmentsMade }: { clock: Clock; assignmentsMade: Announcement<{ unitId: UnitId }> },
  deviceId: DeviceId,
): Promise<void> {
  const device = await readDevice(tx, deviceId)
  const [newest] = await movesOfDevice(tx, deviceId)
  const obeyed = device?.telemetry?.assignmentVersion ?? null
  const now = clock.now()
  if (!device || obeyed === null || obeyed <= (newest?.version ?? 0)) return
  if (newest && newest.decidedAt > now - leastAge) return
  const { unitId, villageId } = device
  const version = await nextVersion(tx, now)
  await insertAssignment(tx, { deviceId, version, formerUnitId: unitId, unitId, villageId, decidedAt: now })
  await assignmentsMade.announce(tx, { unitId })
}
