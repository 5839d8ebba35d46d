import { emergencyRefusals } from '@nguon/contract/emergencies'
import { Refusal } from '@nguon/contract/platform'
import type { SigningKey } from '@nguon/contract/signing'
import {
  breakGlassAt,
  type Emergency,
  type EmergencySound,
  holdsConfirmation,
  isSecondPerson,
  mayBreakGlass,
} from '@nguon/domain/emergencies'
import { holds } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { requireAudience } from './audience-of.ts'
import {
  auditEmergency,
  type Caller,
  emergencyToChange,
  type EmergencyParts,
  type Seen,
  stateBy,
} from './emergency-parts.ts'
import { closeConfirmTask } from './emergency-tasks.ts'
import { expiryOf, putOnAir } from './put-on-air.ts'
import { findSound, type SoundPart } from './sound-store.ts'

/**
 * The second person says yes, and loudspeakers sound it.
 * @throws EMERGENCY_OWN_WORK, EMERGENCY_NOT_OPEN, EMERGENCY_SOUND_NOT_READY, EMERGENCY_SOUND_FAILED
 */
export async function confirmEmergency(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  seen: Seen & { key: SigningKey },
): Promise<void> {
  const { emergency } = await emergencyToChange(tx, parts, caller, seen, holdsConfirmation)
  stateBy(emergency, 'confirm')
  if (!isSecondPerson(caller.actor, emergency.written.accountId))
    throw new Refusal(emergencyRefusals.EMERGENCY_OWN_WORK)
  await confirmed(tx, parts, caller, { emergency, key: seen.key, breakGlassReason: null })
  await auditEmergency(tx, parts, caller, emergency, 'confirm')
}

/** One alone, after the countdown, with a reason the trail keeps (E3.3). @throws EMERGENCY_TOO_EARLY */
export async function breakGlass(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  { reason, key, ...seen }: Seen & { key: SigningKey; reason: string },
): Promise<void> {
  const { emergency, unitPath } = await emergencyToChange(tx, parts, caller, seen, (actor, path) =>
    holds(actor, ['operator', 'approver'], path),
  )
  stateBy(emergency, 'confirm')
  const now = parts.clock.now()
  const opensAt = breakGlassAt(emergency.askedAt)
  const isDrill = emergency.type === 'drill'
  requireRight(!isDrill)
  if (!mayBreakGlass(caller.actor, unitPath, { isDrill, breakGlassAt: opensAt, now })) {
    const seconds = Math.max(0, Math.ceil(((opensAt ?? now) - now) / 1000))
    throw new Refusal(emergencyRefusals.EMERGENCY_TOO_EARLY, { seconds })
  }
  await confirmed(tx, parts, caller, { emergency, key, breakGlassReason: reason })
  await auditEmergency(tx, parts, caller, emergency, 'breakGlass', { reason })
}

async function confirmed(
  tx: Transaction,
  parts: EmergencyParts,
  { actor }: Caller,
  { emergency, key, breakGlassReason }: { emergency: Emergency; key: SigningKey; breakGlassReason: string | null },
): Promise<void> {
  const sound = await requireSound(tx, emergency, 'message')
  const devices = await requireAudience(tx, parts, emergency)
  const now = parts.clock.now()
  const signed = { accountId: actor.accountId, name: actor.name, at: now }
  const agreed = { ...emergency, confirmed: signed, breakGlassReason }
  await putOnAir(tx, parts, { emergency: agreed, devices, sound, expiresAt: expiryOf(emergency, now), key })
  await closeConfirmTask(tx, parts, emergency.id, actor)
}

/** @throws EMERGENCY_SOUND_NOT_READY, EMERGENCY_SOUND_FAILED */
export async function requireSound(
  db: Database,
  { id }: Pick<Emergency, 'id'>,
  part: SoundPart,
): Promise<EmergencySound> {
  const sound = await findSound(db, id, part)
  if (sound?.file) return sound.file
  const { EMERGENCY_SOUND_FAILED, EMERGENCY_SOUND_NOT_READY } = emergencyRefusals
  throw new Refusal(sound?.state === 'failed' ? EMERGENCY_SOUND_FAILED : EMERGENCY_SOUND_NOT_READY)
}
