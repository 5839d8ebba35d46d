import { deviceRefusals } from '@nguon/contract/devices'
import { Refusal } from '@nguon/contract/platform'
import { type DeviceKind, mayKeepDevices } from '@nguon/domain/devices'
import type { Actor, DeviceId, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type ClaimCode, issueClaimCode } from '@nguon/server/claims'
import { type Clock, type Database, newId, type Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readLivingUnitPath } from '@nguon/server/territory'
import { type DeviceFields, insertDevice } from './store.ts'

/** Enters a device into the inventory and gives the code by which the real one is claimed. */
export async function registerDevice(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  input: DeviceFields & { unitId: UnitId; kind: DeviceKind },
): Promise<{ deviceId: DeviceId; claim: ClaimCode }> {
  requireRight(mayKeepDevices(actor, await readLivingUnitPath(tx, { clock }, input.unitId)))
  await requireVillageWithin(tx, { clock }, input.villageId, input.unitId)
  const deviceId = newId<'device'>(clock.now())
  await insertDevice(tx, { ...input, id: deviceId }, clock.now())
  const claim = await issueClaimCode(tx, { clock }, deviceId)
  await writeAudit(
    tx,
    { clock },
    {
      actor,
      action: 'devices.register',
      unitId: input.unitId,
      subjectId: deviceId,
      details: { name: input.name, kind: input.kind },
    },
  )
  return { deviceId, claim }
}

export async function requireVillageWithin(
  db: Database,
  { clock }: { clock: Clock },
  villageId: UnitId | null,
  unitId: UnitId,
): Promise<void> {
  if (villageId === null) return
  const path = await readLivingUnitPath(db, { clock }, villageId)
  if (!path.includes(unitId)) throw new Refusal(deviceRefusals.VILLAGE_OUTSIDE_UNIT, { field: 'villageId' })
}
