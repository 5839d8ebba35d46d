import type { AccountId, Id, Instant, Sha256, UnitId } from '@nguon/domain/platform'
import type { Certainty, Severity, Urgency } from './cap-terms.ts'
import type { EmergencyState } from './emergency-state.ts'
import type { Hazard } from './hazard.ts'
import type { RiskLevel } from './risk-level.ts'
import type { SirenPattern } from './siren.ts'

export type EmergencyId = Id<'emergency'>
export type DisasterSeriesId = Id<'disasterSeries'>

/**
 * An emergency and a drill are two types from the database to the loudspeaker: made by different operations, signed as
 * different documents, never turned into each other (incident I03).
 */
export const emergencyTypes = ['emergency', 'drill'] as const

export type EmergencyType = (typeof emergencyTypes)[number]

/** What a message does: begins, replaces, puts right, stops, ends. */
export const emergencyPurposes = ['alert', 'update', 'correction', 'cancellation', 'allClear'] as const

export type EmergencyPurpose = (typeof emergencyPurposes)[number]

/** A corner of a polygon, WGS 84 degrees. */
export interface Corner {
  readonly latitude: number
  readonly longitude: number
}

/** Whom it is for. The loudspeakers are those of the units; the polygon is told to other systems and drawn. */
export interface EmergencyArea {
  /** Units of any level: a village, a commune, a province. */
  readonly unitIds: readonly UnitId[]
  readonly polygon: readonly Corner[] | null
}

/** What people write. */
export interface EmergencyContent {
  readonly hazard: Hazard
  /** Of natural disasters alone. */
  readonly riskLevel: RiskLevel | null
  readonly urgency: Urgency
  readonly severity: Severity
  readonly certainty: Certainty
  readonly headline: string
  /** What is spoken after the headline: what happens, where, when, and what to do. */
  readonly body: string
  readonly area: EmergencyArea
  readonly siren: SirenPattern
  /** How often siren and speech sound one after the other. */
  readonly rounds: number
  /** How often all of it comes again until it is over; null: not again. */
  readonly everyMinutes: RepeatMinutes | null
  /** How long it holds once it is confirmed. */
  readonly validMinutes: number
}

export const repeatMinutes = [30, 60, 120] as const

export type RepeatMinutes = (typeof repeatMinutes)[number]

export const mostRounds = 5
export const mostValidMinutes = 3 * 24 * 60

/** One sound: siren, then speech, once. */
export interface EmergencySound {
  readonly sha256: Sha256
  readonly bytes: number
  readonly seconds: number
}

/** A person who acted, as told later whatever becomes of the account. */
export interface Signed {
  readonly accountId: AccountId
  readonly name: string
  readonly at: Instant
}

/** One message to the people: an alert, or one that follows it. */
export interface Emergency extends EmergencyContent {
  readonly id: EmergencyId
  readonly type: EmergencyType
  readonly purpose: EmergencyPurpose
  /** The alert everything of this event goes back to; its own id for an alert. */
  readonly eventId: EmergencyId
  /** The message it replaces, puts right, stops or ends; null for an alert. */
  readonly referenceId: EmergencyId | null
  readonly seriesId: DisasterSeriesId | null
  /** *Tin số 3* of its series. */
  readonly seriesNumber: number | null
  /** Whose emergency it is. */
  readonly unitId: UnitId
  readonly version: number
  readonly state: EmergencyState
  readonly written: Signed
  /** When the second person was asked; from then on the way of break-glass counts down. */
  readonly askedAt: Instant | null
  readonly confirmed: Signed | null
  /** The reason of one who confirmed alone; null when two people did. */
  readonly breakGlassReason: string | null
  readonly expiresAt: Instant | null
  readonly ended: { readonly at: Instant; readonly reason: string } | null
}

/** *Đợt thiên tai*: successive emergencies of one disaster, each replacing the last. */
export interface DisasterSeries {
  readonly id: DisasterSeriesId
  readonly unitId: UnitId
  readonly hazard: Hazard
  readonly name: string
  readonly version: number
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}

/** One turn of the *lịch trực*: who is on duty, and which of them is asked first. */
export interface DutyTurn {
  readonly accountId: AccountId
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** 1 is asked first. */
  readonly rank: number
}
