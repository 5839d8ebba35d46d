import { dayNumberAt, instant, localSecondToInstant, millisecondsPerDay, type Span } from '@nguon/domain/platform'
import {
  type PlacedDevice,
  type Placement,
  quietens,
  type QuietPlace,
  quietSpans,
  type Silence,
  silencesOf,
} from '@nguon/domain/rules'
import { expandSlot, type Occurrence } from './expand-slot.ts'
import { type Placed, undisturbed } from './place-occurrence.ts'
import { periodMissed } from './reach-fault.ts'
import type { Standing } from './rank.ts'
import type { Slot } from './slot.ts'
import { rulesAt, type TimetableIndex } from './timetable-index.ts'

/** Whole days before a span whose occurrences still count in it: what began there may go on, or have delayed what follows. */
const daysBefore = 2
/** Days after it in which what began in it may still go on. */
const daysAfter = 2

/** A timetable over a span, with everything that devices have in common worked out once, as it is asked. */
export interface Horizon {
  readonly index: TimetableIndex
  readonly span: Span
  /** The span and some days around it, from a local midnight on: plans of one day rest on the same past. */
  readonly wide: Span
  readonly quietPlaces: readonly QuietPlace[]
  readonly occurrences: Map<Slot, readonly PlannedOccurrence[]>
  readonly silences: Map<string, SilentTime>
  /** By all that tells the circumstances of one device from another's. */
  readonly reaches: Map<string, Reach>
}

/** Slots that reach a device while it is placed somewhere, and the silence it stands in there. */
export interface ReachPiece extends Span {
  readonly placement: Placement
  readonly standings: readonly Standing[]
  readonly silent: SilentTime
}

/** All that a device's resolution rests on: devices with equal keys play the same under the same guard. */
export interface Reach {
  readonly key: string
  readonly pieces: readonly ReachPiece[]
}

export interface PlannedOccurrence {
  readonly occurrence: Occurrence
  /** An approved period that does not hold all of it. */
  readonly periodMissed: Span | null
  /** What becomes of it where nothing disturbs it, shared by all devices. */
  readonly undisturbed: Placed
}

/** When the devices of one kind are silent. */
export interface SilentTime {
  /** Tells apart what silences differently. */
  readonly key: string
  readonly places: readonly QuietPlace[]
  readonly silences: readonly Silence[]
  /** The silences merged: disjoint and in order. */
  readonly merged: readonly Span[]
}

export function horizonOf(index: TimetableIndex, span: Span): Horizon {
  const { zone, quietPlaces } = index.timetable
  const firstDay = dayNumberAt(span.startsAt, zone) - daysBefore
  const wide = {
    startsAt: localSecondToInstant(firstDay, 0, zone),
    endsAt: instant(span.endsAt + daysAfter * millisecondsPerDay),
  }
  return {
    index,
    span,
    wide,
    quietPlaces: quietPlaces.filter(place => quietSpans(place, wide, zone).length > 0),
    occurrences: new Map(),
    silences: new Map(),
    reaches: new Map(),
  }
}

/** Occurrences that start before the span ends, in order of time. */
export function occurrencesOf(horizon: Horizon, slot: Slot): readonly PlannedOccurrence[] {
  let planned = horizon.occurrences.get(slot)
  if (!planned) {
    const { index, wide, span } = horizon
    const occurrences = expandSlot(slot, { startsAt: wide.startsAt, endsAt: span.endsAt }, index.timetable.zone)
    planned = occurrences.map(occurrence => ({
      occurrence,
      periodMissed: periodMissed(index, slot, occurrence),
      undisturbed: undisturbed(occurrence),
    }))
    horizon.occurrences.set(slot, planned)
  }
  return planned
}

export function silentTimeOf(horizon: Horizon, device: PlacedDevice, placement: Placement): SilentTime {
  const places = horizon.quietPlaces.filter(place => quietens(place, device, placement))
  const ruling = placement.path.filter(unitId => horizon.index.rulesByUnit.has(unitId))
  const key = `${ruling.join(' ')}/${places
    .map(place => place.id)
    .sort()
    .join(' ')}`
  let silent = horizon.silences.get(key)
  if (!silent) {
    const rules = rulesAt(horizon.index, placement.path)
    const silences = silencesOf(rules, places, horizon.wide, horizon.index.timetable.zone)
    silent = { key, places, silences, merged: merge(silences) }
    horizon.silences.set(key, silent)
  }
  return silent
}

/** The first silent moment from `at` on; Infinity when there is none. */
export function silentFrom({ merged }: SilentTime, at: number): number {
  let low = 0
  let high = merged.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((merged[middle]?.endsAt ?? 0) > at) high = middle
    else low = middle + 1
  }
  const silence = merged[low]
  return silence ? Math.max(at, silence.startsAt) : Number.POSITIVE_INFINITY
}

function merge(spans: readonly Span[]): Span[] {
  const merged: { startsAt: Span['startsAt']; endsAt: Span['endsAt'] }[] = []
  for (const { startsAt, endsAt } of spans) {
    const last = merged.at(-1)
    if (!last || startsAt > last.endsAt) merged.push({ startsAt, endsAt })
    else if (endsAt > last.endsAt) last.endsAt = endsAt
  }
  return merged
}
