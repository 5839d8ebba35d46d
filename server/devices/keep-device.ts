import { deviceRefusals } from '@nguon/contract/devices'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type Device, mayKeepDevices } from '@nguon/domain/devices'
import type { Actor, DeviceId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type ClaimCode, issueClaimCode } from '@nguon/server/claims'
import type { Clock, Database, Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readUnitPath } from '@nguon/server/territory'
import { requireVillageWithin } from './register-device.ts'
import { type DeviceFields, readDevice, retireDevice as storeRetirement, updateDevice as storeUpdate } from './store.ts'

type Parts = { clock: Clock }

/** The device, for someone who may keep it. Those who may not see it learn nothing of it. */
async function deviceToKeep(db: Database, { clock }: Parts, actor: Actor, deviceId: DeviceId): Promise<Device> {
  const device = await readDevice(db, deviceId)
  if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
  requireRight(mayKeepDevices(actor, await readUnitPath(db, { clock }, device.unitId)))
  if (device.retiredAt !== null) throw new Refusal(deviceRefusals.DEVICE_RETIRED)
  return device
}

function audit(tx: Transaction, parts: Parts, actor: Actor, device: Device, verb: string, details = {}): Promise<void> {
  return writeAudit(tx, parts, {
    actor,
    action: `devices.${verb}`,
    unitId: device.unitId,
    subjectId: device.id,
    details: { name: device.name, ...details },
  })
}

/** A new code; whatever holds the old secret is shut out from now on. */
export async function renewClaim(tx: Transaction, parts: Parts, actor: Actor, deviceId: DeviceId): Promise<ClaimCode> {
  const device = await deviceToKeep(tx, parts, actor, deviceId)
  await audit(tx, parts, actor, device, 'renewClaim')
  return issueClaimCode(tx, parts, deviceId)
}

/** The same for a device nobody has claimed yet: one that works keeps its secret. */
export async function renewUnusedClaim(
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  deviceId: DeviceId,
): Promise<ClaimCode> {
  const device = await deviceToKeep(tx, parts, actor, deviceId)
  if (device.claimedAt !== null) throw new Refusal(deviceRefusals.DEVICE_CLAIMED)
  await audit(tx, parts, actor, device, 'renewClaim')
  return issueClaimCode(tx, parts, deviceId)
}

export async function updateDevice(
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  deviceId: DeviceId,
  seen: number,
  fields: DeviceFields,
): Promise<void> {
  const device = await deviceToKeep(tx, parts, actor, deviceId)
  await requireVillageWithin(tx, parts, fields.villageId, device.unitId)
  if (!(await storeUpdate(tx, deviceId, seen, fields))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: device.version })
  }
  await audit(tx, parts, actor, device, 'update', { fields })
}

export async function retireDevice(
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  deviceId: DeviceId,
  reason: string,
): Promise<void> {
  const device = await deviceToKeep(tx, parts, actor, deviceId)
  await storeRetirement(tx, deviceId, parts.clock.now())
  await audit(tx, parts, actor, device, 'retire', { reason })
}
