import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import type { EmergencyId, EmergencyPurpose, EmergencySound, EmergencyType } from './emergency.ts'

/**
 * What a device obeys at once, signed. One is made for the devices of one unit; whether it is an emergency or a drill is said by
 * the type it is signed as, and again inside.
 */
export interface EmergencyDocument {
  readonly type: EmergencyType
  readonly id: EmergencyId
  /** The alert it goes back to. */
  readonly eventId: EmergencyId
  readonly purpose: EmergencyPurpose
  /** What it replaces, puts right, stops or ends. */
  readonly references: readonly EmergencyId[]
  /** Grows with every message of the instance. */
  readonly version: number
  /** The unit its devices belong to. */
  readonly unitId: UnitId
  /** The devices it is for; a correction names those of the message it puts right. */
  readonly deviceIds: readonly DeviceId[]
  readonly title: string
  readonly sentAt: Instant
  readonly expiresAt: Instant
  /** Null for one that only ends what sounds. */
  readonly play: EmergencyPlay | null
}

export interface EmergencyPlay extends EmergencySound {
  /** How often it sounds one after the other. */
  readonly rounds: number
  readonly pauseSeconds: number
  /** All rounds come again this often until it is over; null: not again. */
  readonly everyMinutes: number | null
}

/** Sound to fetch before it is asked for: the second person is still reading. It sounds nothing. */
export interface EmergencyAhead {
  readonly unitId: UnitId
  readonly deviceIds: readonly DeviceId[]
  readonly media: readonly EmergencySound[]
  readonly issuedAt: Instant
  /** From here on it need not be kept. */
  readonly until: Instant
}
