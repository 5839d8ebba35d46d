import { timeOfDayAt, type UnitId } from '@nguon/domain/platform'
import {
  type BroadcastWindow,
  defaultQuietHours,
  type Hours,
  type Ruled,
  type SilentDays,
  type UnitRules,
} from './unit-rules.ts'

/** A rule with the unit that made it; null: the default of the house. */
export interface Held<Value> extends Ruled<Value> {
  readonly unitId: UnitId | null
}

/** What holds in a unit: its own rules and those of every unit above it, together (rule P6.2). */
export interface EffectiveRules {
  /** Silent is what any of them names. */
  readonly quietHours: readonly Held<readonly Hours[]>[]
  /** Allowed is what all of them allow; none: everything. */
  readonly broadcastWindows: readonly Held<readonly BroadcastWindow[]>[]
  /** Silent is what any of them names. */
  readonly silentDays: readonly Held<SilentDays>[]
  /** The smallest on the path. */
  readonly maximumSessionsPerDay: Held<number> | null
  /** The smallest on the path. */
  readonly minutesPerSession: Held<number> | null
  /** 24 numbers 0 to 100: in each local hour the smallest on the path. */
  readonly maximumVolumeByHour: readonly number[]
}

/** `path` runs from the root down to the unit; units without rules may be left out of `rules`. */
export function effectiveRules(path: readonly UnitId[], rules: readonly UnitRules[]): EffectiveRules {
  const onPath = path.flatMap(unitId => rules.filter(rule => rule.unitId === unitId))
  const held = <Value>(pick: (rule: UnitRules) => Ruled<Value> | null): Held<Value>[] =>
    onPath.flatMap(rule => {
      const ruled = pick(rule)
      return ruled ? [{ ...ruled, unitId: rule.unitId }] : []
    })
  const quietHours = held(rule => rule.quietHours)
  const volumes = held(rule => rule.maximumVolumeByHour)
  return {
    quietHours: [
      ...(quietHours.length > 0 ? quietHours : [{ value: [defaultQuietHours], citation: '', unitId: null }]),
      ...volumes.flatMap(mutedHours),
    ],
    broadcastWindows: held(rule => rule.broadcastWindows),
    silentDays: held(rule => rule.silentDays),
    maximumSessionsPerDay: smallest(held(rule => rule.maximumSessionsPerDay)),
    minutesPerSession: smallest(held(rule => rule.minutesPerSession)),
    maximumVolumeByHour: Array.from({ length: 24 }, (_, hour) =>
      Math.min(100, ...volumes.map(volume => volume.value[hour] ?? 100)),
    ),
  }
}

/** An hour in which nothing may be loud at all is a quiet hour (rule P6.9). */
function mutedHours({ value, citation, unitId }: Held<readonly number[]>): Held<readonly Hours[]>[] {
  const hours = value.flatMap((volume, hour) =>
    volume > 0 ? [] : [{ from: timeOfDayAt(hour * 3600), until: timeOfDayAt(((hour + 1) % 24) * 3600) }],
  )
  return hours.length > 0 ? [{ value: hours, citation, unitId }] : []
}

/** Of equal ones the one made highest up: the lower unit only repeats it. */
function smallest(values: readonly Held<number>[]): Held<number> | null {
  return values.reduce<Held<number> | null>((least, held) => (least && least.value <= held.value ? least : held), null)
}
