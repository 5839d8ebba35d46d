import type { Day, TimeOfDay, UnitId } from '@nguon/domain/platform'

/**
 * Local times to the minute. `until` not later than `from` runs over midnight and belongs to the day of `from`; equal ones
 * are 24 hours, so that a doubtful quiet hour errs on the silent side.
 */
export interface Hours {
  readonly from: TimeOfDay
  readonly until: TimeOfDay
}

export interface BroadcastWindow extends Hours {
  /** 1 (Monday) to 7. */
  readonly weekdays: readonly number[]
}

export interface SilentDays {
  /** 1 (Monday) to 7. */
  readonly weekdays: readonly number[]
  readonly days: readonly Day[]
  /** The days off of the approved calendar as well; whoever reads rules for use adds them to `days`. */
  readonly publicHolidays?: boolean
}

/** A value and the place in the unit's own regulation that sets it. */
export interface Ruled<Value> {
  readonly value: Value
  readonly citation: string
}

/** What one unit rules for its hours. Null: the unit says nothing and what holds above it holds here. */
export interface UnitRules {
  readonly unitId: UnitId
  readonly quietHours: Ruled<readonly Hours[]> | null
  readonly broadcastWindows: Ruled<readonly BroadcastWindow[]> | null
  readonly silentDays: Ruled<SilentDays> | null
  readonly maximumSessionsPerDay: Ruled<number> | null
  readonly minutesPerSession: Ruled<number> | null
  /** 24 numbers 0 to 100, one a local hour. */
  readonly maximumVolumeByHour: Ruled<readonly number[]> | null
}

/** Holds where no unit up to the root rules on quiet hours. */
export const defaultQuietHours: Hours = { from: '21:30' as TimeOfDay, until: '05:00' as TimeOfDay }

export const ruleNames = [
  'quietHours',
  'broadcastWindows',
  'silentDays',
  'maximumSessionsPerDay',
  'minutesPerSession',
  'maximumVolumeByHour',
] as const

export type RuleName = (typeof ruleNames)[number]
