import type { EmergencyDocument } from '@nguon/domain/emergencies'
import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import type { HeldEmergency } from './held-emergency.ts'
import type { LineupMark } from './player-state.ts'

/** Why a well-signed emergency or drill is not obeyed (rules D19 to D21). */
export type EmergencyFault =
  | 'other-device'
  | 'other-unit'
  | 'other-type'
  | 'incomplete'
  | 'older'
  | 'expired'
  | 'future'
  | 'no-trusted-time'

/** Servers of one instance may disagree about the time by this much. */
const slackMilliseconds = 600_000

export interface EmergencyHolder {
  readonly deviceId: DeviceId
  readonly unitId: UnitId
  readonly mark: LineupMark | null
  readonly emergencies: readonly HeldEmergency[]
}

/** `live`: it came over the line now, and was not asked for. */
export function judgeEmergency(
  holder: EmergencyHolder,
  offered: EmergencyDocument,
  now: Instant | null,
  live: boolean,
): EmergencyFault | null {
  if (offered.unitId !== holder.unitId) return 'other-unit'
  if (!offered.deviceIds.includes(holder.deviceId)) return 'other-device'
  if (!isComplete(offered)) return 'incomplete'
  const sameEvent = holder.emergencies.filter(({ document }) => document.eventId === offered.eventId)
  if (sameEvent.some(({ document }) => document.type !== offered.type)) return 'other-type'
  if (sameEvent.some(({ document }) => document.version > offered.version)) return 'older'
  if (now === null && !live) return 'no-trusted-time'
  if (offered.expiresAt <= (now ?? latestKnown(holder))) return 'expired'
  return now !== null && offered.sentAt > now + slackMilliseconds ? 'future' : null
}

/** Only an alert begins; whatever follows says what it follows; only a cancellation sounds nothing (incident I07). */
function isComplete({ purpose, references, play, id, eventId }: EmergencyDocument): boolean {
  const begins = purpose === 'alert'
  return (
    begins === (references.length === 0) &&
    begins === (id === eventId) &&
    (play === null) === (purpose === 'cancellation')
  )
}

/** It is at least as late as the newest word the device ever accepted. */
function latestKnown({ mark, emergencies }: EmergencyHolder): number {
  return Math.max(mark?.issuedAt ?? 0, ...emergencies.map(({ document }) => document.sentAt))
}
