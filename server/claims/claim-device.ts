import { claimRefusals } from '@nguon/contract/claims'
import { Refusal } from '@nguon/contract/platform'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { hashDeviceSecret, newDeviceSecret } from './device-secret.ts'
import type { Clock, Transaction } from '@nguon/server/platform'
import { digestClaimCode } from './claim-code.ts'
import { takeClaim } from './claim-store.ts'

/** A device gives its code and becomes ours: it gets a secret nobody else ever sees. The code is used up. */
export async function claimDevice(
  tx: Transaction,
  { clock }: { clock: Clock },
  claim: { code: string; model: string; firmware: string; address: string },
): Promise<{ deviceId: DeviceId; unitId: UnitId; secret: string }> {
  const secret = newDeviceSecret()
  const { code, model, firmware, address } = claim
  const secretHash = hashDeviceSecret(secret)
  const taken = await takeClaim(tx, digestClaimCode(code), clock.now(), { secretHash, model, firmware })
  if (!taken) throw new Refusal(claimRefusals.CLAIM_CODE_UNKNOWN)
  await writeAudit(
    tx,
    { clock },
    {
      actor: null,
      action: 'devices.claim',
      unitId: taken.unitId,
      subjectId: taken.deviceId,
      details: { model, firmware },
      address,
    },
  )
  return { ...taken, secret }
}
