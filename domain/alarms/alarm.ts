import type { AccountId, DeviceId, Id, Instant, UnitId } from '@nguon/domain/platform'

export type AlarmId = Id<'alarm'>

export const alarmKinds = [
  'silent',
  'powerCut',
  'battery',
  'airingFailed',
  'airingMissed',
  'refusal',
  'lineupOld',
  'clockWrong',
  'diskFull',
  'tooHot',
  'signalWeak',
  'selfTestFailed',
  'selfTestOverdue',
  'reported',
] as const

export type AlarmKind = (typeof alarmKinds)[number]

/** From what can wait to what cannot: the order of a list is this one, turned round. */
export const alarmSeverities = ['minor', 'serious', 'urgent'] as const

export type AlarmSeverity = (typeof alarmSeverities)[number]

/** Something that happened, and not a state that lasts: it is over at once, and ends with its acknowledgement (A2.5). */
export const momentaryKinds: readonly AlarmKind[] = ['refusal', 'reported']

/** What may befall many devices at once by one cause (A6.1). */
export const gatheredKinds: readonly AlarmKind[] = [
  'silent',
  'powerCut',
  'airingFailed',
  'airingMissed',
  'refusal',
  'lineupOld',
  'clockWrong',
  'signalWeak',
]

/** What a person needs to know to act, by the kind; coarse, so that a row is not written anew with every heartbeat. */
export interface AlarmFacts {
  readonly lastSeenAt?: Instant | null
  readonly batteryPercent?: number | null
  readonly lineupIssuedAt?: Instant | null
  /** Null: the device does not know the time at all. */
  readonly clockErrorMilliseconds?: number | null
  readonly diskFreeMegabytes?: number
  readonly temperatureCelsius?: number
  readonly signalDbm?: number
  readonly title?: string
  readonly plannedAt?: Instant
  readonly playedSeconds?: number
  readonly plannedSeconds?: number
  /** Words of the device protocol. */
  readonly reason?: string
  readonly subject?: string
  readonly detail?: string
  /** What a citizen chose and wrote at the pole. */
  readonly complaint?: string
  readonly words?: string
  readonly lastTestAt?: Instant | null
  /** Of an alarm that stands for many: how many devices the unit has, and how many of them are struck. */
  readonly devices?: number
  readonly struck?: number
}

/** One trouble of one device, or of many devices of a unit at once; it stands until it is over and acknowledged. */
export interface Alarm {
  readonly id: AlarmId
  /** Null when it stands for many devices of the unit. */
  readonly deviceId: DeviceId | null
  readonly unitId: UnitId
  readonly kind: AlarmKind
  readonly severity: AlarmSeverity
  readonly facts: AlarmFacts
  /** Grows with everything that asks for another look; who acknowledges names the one seen. */
  readonly version: number
  /** How often it came, from its opening on. */
  readonly occurrences: number
  readonly openedAt: Instant
  readonly renewedAt: Instant
  /** When the cause was seen to be gone; null while it lasts. */
  readonly clearedAt: Instant | null
  readonly acknowledgedAt: Instant | null
  readonly acknowledgedBy: AccountId | null
  readonly acknowledgedName: string | null
  readonly note: string
  /** Over and acknowledged; null while it stands. */
  readonly closedAt: Instant | null
}
