import {
  type Day,
  dayOf,
  type Instant,
  millisecondsPerDay,
  offsetPieces,
  type QuietPlaceId,
  secondOfDay,
  type Span,
  type TimeOfDay,
  type UnitId,
  weekdayOfNumber,
  type Zone,
} from '@nguon/domain/platform'
import type { EffectiveRules, Held } from './effective-rules.ts'
import { type QuietPlace, quietSpans } from './quiet-place.ts'
import type { BroadcastWindow, Hours } from './unit-rules.ts'

/** Why nothing but emergencies may sound. `unitId` null: the default of the house. */
export type SilenceCause =
  | {
      readonly code: 'QUIET_HOURS'
      readonly from: TimeOfDay
      readonly until: TimeOfDay
      readonly unitId: UnitId | null
      readonly citation: string
    }
  | { readonly code: 'OUTSIDE_WINDOWS'; readonly unitId: UnitId | null; readonly citation: string }
  | { readonly code: 'SILENT_DAY'; readonly day: Day; readonly unitId: UnitId | null; readonly citation: string }
  | {
      readonly code: 'QUIET_PLACE'
      readonly quietPlaceId: QuietPlaceId
      readonly name: string
      readonly citation: string
    }

export interface Silence extends Span {
  readonly cause: SilenceCause
}

/**
 * The silences that touch `span`, clipped to it, in order of start; they may overlap. Rules hold by the wall clock: while
 * clocks are put back an hour that is quiet is quiet twice, exactly as a device finds it by its own clock (rule P6.3).
 */
export function silencesOf(rules: EffectiveRules, places: readonly QuietPlace[], span: Span, zone: Zone): Silence[] {
  const silences: Silence[] = []
  for (const piece of offsetPieces(span, zone)) addRules(silences, rules, piece)
  for (const place of places) {
    const cause = { code: 'QUIET_PLACE', quietPlaceId: place.id, name: place.name, citation: place.citation } as const
    for (const quiet of quietSpans(place, span, zone)) add(silences, span, quiet.startsAt, quiet.endsAt, cause)
  }
  return silences.sort((first, second) => first.startsAt - second.startsAt || first.endsAt - second.endsAt)
}

/** All that silences an instant. */
export function causesAt(silences: readonly Silence[], at: Instant): SilenceCause[] {
  return silences.filter(silence => silence.startsAt <= at && at < silence.endsAt).map(silence => silence.cause)
}

/** Within a piece of one offset local time is plain arithmetic. */
function addRules(silences: Silence[], rules: EffectiveRules, piece: Span & { readonly offset: number }): void {
  const firstDay = Math.floor((piece.startsAt + piece.offset) / millisecondsPerDay) - 1
  const lastDay = Math.floor((piece.endsAt - 1 + piece.offset) / millisecondsPerDay)
  for (let number = firstDay; number <= lastDay; number += 1) {
    const midnight = number * millisecondsPerDay - piece.offset
    for (const { value, unitId, citation } of rules.quietHours) {
      for (const hours of value) {
        const [from, until] = millisecondsOf(hours)
        add(silences, piece, midnight + from, midnight + until, { code: 'QUIET_HOURS', ...hours, unitId, citation })
      }
    }
    const day = dayOf(number)
    for (const { value, unitId, citation } of rules.silentDays) {
      if (!value.days.includes(day) && !value.weekdays.includes(weekdayOfNumber(number))) continue
      add(silences, piece, midnight, midnight + millisecondsPerDay, { code: 'SILENT_DAY', day, unitId, citation })
    }
  }
  for (const windows of rules.broadcastWindows) addOutside(silences, windows, piece, firstDay, lastDay)
}

function addOutside(
  silences: Silence[],
  windows: Held<readonly BroadcastWindow[]>,
  piece: Span & { readonly offset: number },
  firstDay: number,
  lastDay: number,
): void {
  const allowed: [number, number][] = []
  for (let number = firstDay; number <= lastDay; number += 1) {
    const midnight = number * millisecondsPerDay - piece.offset
    for (const window of windows.value) {
      if (!window.weekdays.includes(weekdayOfNumber(number))) continue
      const [from, until] = millisecondsOf(window)
      allowed.push([midnight + from, midnight + until])
    }
  }
  allowed.sort((first, second) => first[0] - second[0])
  const cause = { code: 'OUTSIDE_WINDOWS', unitId: windows.unitId, citation: windows.citation } as const
  let shut: number = piece.startsAt
  for (const [from, until] of allowed) {
    add(silences, piece, shut, from, cause)
    shut = Math.max(shut, until)
  }
  add(silences, piece, shut, piece.endsAt, cause)
}

/** Milliseconds after local midnight; the second runs over 24 hours when the hours run over midnight. */
function millisecondsOf({ from, until }: Hours): [number, number] {
  const start = secondOfDay(from) * 1000
  const end = secondOfDay(until) * 1000
  return [start, end > start ? end : end + millisecondsPerDay]
}

function add(silences: Silence[], within: Span, startsAt: number, endsAt: number, cause: SilenceCause): void {
  const from = Math.max(startsAt, within.startsAt) as Instant
  const until = Math.min(endsAt, within.endsAt) as Instant
  if (from < until) silences.push({ startsAt: from, endsAt: until, cause })
}
