import type { Instant, Span } from '@nguon/domain/platform'
import type { PlacedDevice } from '@nguon/domain/rules'
import type { Occurrence } from './expand-slot.ts'
import {
  type Horizon,
  horizonOf,
  occurrencesOf,
  type PlannedOccurrence,
  type Reach,
  type SilentTime,
  silentFrom,
} from './horizon.ts'
import { type Ending, type Piece, type Placed, placeOccurrence } from './place-occurrence.ts'
import { reachOf } from './reach-of.ts'
import { compareOccurrences, compareStandings, type Standing } from './rank.ts'
import { TakenTime } from './taken-time.ts'
import type { Timetable } from './timetable.ts'
import { indexTimetable } from './timetable-index.ts'

/** What becomes of one occurrence on a device. */
export interface Outcome {
  readonly occurrence: Occurrence
  readonly standing: Standing
  readonly pieces: readonly Piece[]
  readonly ending: Ending
}

/** What plays on a device, or on all devices of an audience, over a span; and why the rest does not. */
export interface Resolved {
  readonly span: Span
  /** In order of time, never overlapping; all that touch the span. */
  readonly pieces: readonly Piece[]
  /** As `pieces`, with those from before the span. */
  readonly placed: readonly Piece[]
  /** Of every occurrence that starts before the span ends, from some days before it; highest rank first. */
  readonly outcomes: readonly Outcome[]
  readonly reach: Reach
  readonly horizon: Horizon
}

/** What plays on the device over the span. For many devices ask `horizonOf`, `reachOf` and `resolveReach`. */
export function resolve(timetable: Timetable, device: PlacedDevice, span: Span): Resolved {
  const horizon = horizonOf(indexTimetable(timetable), span)
  return resolveReach(horizon, reachOf(horizon, device))
}

/** The highest rank first, each occurrence takes what is left of its time (rule P4.1). */
export function resolveReach(horizon: Horizon, reach: Reach): Resolved {
  const { span } = horizon
  const taken = new TakenTime()
  const placed: Piece[] = []
  const outcomes: Outcome[] = []
  for (const { standing, planned, silent } of candidatesOf(horizon, reach)) {
    const outcome = place(standing, planned, silent, taken)
    for (const piece of outcome.pieces) {
      taken.take(piece)
      placed.push(piece)
    }
    outcomes.push({ occurrence: planned.occurrence, standing, ...outcome })
  }
  placed.sort((first, second) => first.startsAt - second.startsAt)
  const pieces = placed.filter(piece => piece.endsAt > span.startsAt && piece.startsAt < span.endsAt)
  return { span, pieces, placed, outcomes, reach, horizon }
}

function place({ slot }: Standing, planned: PlannedOccurrence, silent: SilentTime, taken: TakenTime): Placed {
  const { occurrence, periodMissed, undisturbed } = planned
  const { startsAt, endsAt } = occurrence
  if (periodMissed) {
    return { pieces: [], ending: { code: 'OUTSIDE_APPROVED_PERIOD', at: startsAt, period: periodMissed } }
  }
  const quiet = slot.class === 'emergency' ? Number.POSITIVE_INFINITY : silentFrom(silent, startsAt)
  if (quiet >= endsAt && taken.isFree(occurrence)) return undisturbed
  return placeOccurrence(slot, occurrence, taken, quiet)
}

interface Candidate {
  readonly standing: Standing
  readonly planned: PlannedOccurrence
  readonly silent: SilentTime
}

/** All occurrences in order of rank. Slots are ranked first and only those that stand level are told apart by occurrence. */
function candidatesOf(horizon: Horizon, { pieces }: Reach): Candidate[] {
  const ranked = pieces
    .flatMap(piece => piece.standings.map(standing => ({ standing, piece })))
    .sort((first, second) => compareStandings(first.standing, second.standing))
  const candidates: Candidate[] = []
  let level: Candidate[] = []
  ranked.forEach(({ standing, piece }, place) => {
    for (const planned of occurrencesOf(horizon, standing.slot)) {
      const { startsAt } = planned.occurrence
      if (startsAt >= piece.startsAt && startsAt < piece.endsAt) level.push({ standing, planned, silent: piece.silent })
    }
    const next = ranked[place + 1]
    if (next && compareStandings(standing, next.standing) === 0) return
    level.sort((first, second) => compareOccurrences(first.planned.occurrence, second.planned.occurrence))
    candidates.push(...level)
    level = []
  })
  return candidates
}

/** What plays at an instant of the span. */
export function resolvedAt({ pieces }: Pick<Resolved, 'pieces'>, at: Instant): Piece | undefined {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.endsAt ?? 0) > at) high = middle
    else low = middle + 1
  }
  const piece = pieces[low]
  return piece && piece.startsAt <= at ? piece : undefined
}
