import type { SigningKey } from '@nguon/contract/signing'
import {
  correctionText,
  drillSiren,
  type Emergency,
  type EmergencyContent,
  type EmergencyId,
  mayStopEmergency,
} from '@nguon/domain/emergencies'
import { instant } from '@nguon/domain/platform'
import type { Transaction } from '@nguon/server/platform'
import { audienceOf } from './audience-of.ts'
import { requireSound } from './confirm-emergency.ts'
import {
  auditEmergency,
  type Caller,
  emergencyToChange,
  type EmergencyParts,
  type Seen,
  stateBy,
} from './emergency-parts.ts'
import { expiryOf, putOnAir } from './put-on-air.ts'
import { insertEmergency } from './store.ts'
import { following } from './write-emergency.ts'

type Stopping = Seen & { readonly key: SigningKey; readonly reason: string }

/** Stops what sounds on exactly the loudspeakers it went to, and sounds nothing. One person, at once. @throws EMERGENCY_NOT_OPEN */
export async function cancelEmergency(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  { key, reason, ...seen }: Stopping,
): Promise<EmergencyId> {
  const { emergency: wrong } = await emergencyToChange(tx, parts, caller, seen, mayStopEmergency)
  stateBy(wrong, 'cancel')
  const now = parts.clock.now()
  // It holds as long as what it stops: a loudspeaker that comes back in between must not sound it.
  const expiresAt = instant(Math.max(wrong.expiresAt ?? 0, now + 60_000))
  const content = { ...contentOf(wrong), headline: `Hủy: ${wrong.headline}`.slice(0, 200), body: reason }
  return stop(tx, parts, caller, { wrong, purpose: 'cancellation', content, sound: null, expiresAt, key, reason })
}

/** Puts it right in the fixed words, on exactly the loudspeakers it went to: one person, in one tap (E5.2, incident I03). */
export async function correctEmergency(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  { key, reason, ...seen }: Stopping,
): Promise<EmergencyId> {
  const { emergency: wrong } = await emergencyToChange(tx, parts, caller, seen, mayStopEmergency)
  stateBy(wrong, 'correct')
  const sound = await requireSound(tx, wrong, 'correction')
  const content = { ...contentOf(wrong), ...correctionText(wrong), rounds: 2, everyMinutes: null, validMinutes: 60 }
  const expiresAt = instant(Math.max(expiryOf(content, parts.clock.now()), wrong.expiresAt ?? 0))
  return stop(tx, parts, caller, { wrong, purpose: 'correction', content, sound, expiresAt, key, reason })
}

function contentOf({ type, area, ...wrong }: Emergency): EmergencyContent {
  const { hazard, riskLevel, urgency, severity, certainty, headline, body, rounds, everyMinutes, validMinutes } = wrong
  const siren = type === 'drill' ? drillSiren : 'pulse'
  const words = { headline, body, area, siren, rounds, everyMinutes, validMinutes } as const
  return { hazard, riskLevel, urgency, severity, certainty, ...words }
}

interface Stop {
  readonly wrong: Emergency
  readonly purpose: 'cancellation' | 'correction'
  readonly content: EmergencyContent
  readonly sound: Parameters<typeof putOnAir>[2]['sound']
  readonly expiresAt: Parameters<typeof putOnAir>[2]['expiresAt']
  readonly key: SigningKey
  readonly reason: string
}

async function stop(
  tx: Transaction,
  parts: EmergencyParts,
  caller: Caller,
  { wrong, purpose, content, sound, expiresAt, key, reason }: Stop,
): Promise<EmergencyId> {
  const { actor } = caller
  const fresh = following(parts.clock, actor, wrong, purpose, content)
  await insertEmergency(tx, fresh)
  const emergency = { ...fresh, confirmed: { accountId: actor.accountId, name: actor.name, at: parts.clock.now() } }
  const devices = await audienceOf(tx, parts, emergency)
  await putOnAir(tx, parts, { emergency, devices, sound, expiresAt, key })
  await auditEmergency(tx, parts, caller, wrong, purpose === 'correction' ? 'correct' : 'cancel', { reason })
  return emergency.id
}
