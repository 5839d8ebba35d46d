import type { Instant, SlotId, Span } from '@nguon/domain/platform'
import type { PlacedDevice, Placement } from '@nguon/domain/rules'
import type { Occurrence } from './expand-slot.ts'
import {
  type Horizon,
  horizonOf,
  occurrencesOf,
  type PlannedOccurrence,
  type SilentTime,
  silentFrom,
  silentTimeOf,
} from './horizon.ts'
import { type Ending, type Piece, placeOccurrence } from './place-occurrence.ts'
import { compareOccurrences, compareStandings, type Standing } from './rank.ts'
import { type ReachFault, reachFault } from './reach.ts'
import { TakenTime } from './taken-time.ts'
import type { Timetable } from './timetable.ts'
import { indexTimetable, slotsNaming } from './timetable-index.ts'

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

/** Slots that reach a device while it is placed somewhere, and the silence it stands in there. */
interface ReachPiece extends Span {
  readonly placement: Placement
  readonly standings: readonly Standing[]
  readonly silent: SilentTime
}

/** All that a device's resolution rests on: devices with equal keys play the same under the same guard. */
export interface Reach {
  readonly key: string
  readonly pieces: readonly ReachPiece[]
}

/** What plays on the device over the span. For many devices ask `horizonOf`, `reachOf` and `resolveReach`. */
export function resolve(timetable: Timetable, device: PlacedDevice, span: Span): Resolved {
  const horizon = horizonOf(indexTimetable(timetable), span)
  return resolveReach(horizon, reachOf(horizon, device))
}

/** `onFault` hears of the slots that name the device and yet do not reach it. */
export function reachOf(
  horizon: Horizon,
  device: PlacedDevice,
  onFault: (slotId: SlotId, fault: ReachFault) => void = () => {},
): Reach {
  const { index, wide } = horizon
  const pieces = device.placements.flatMap((placement, place): ReachPiece[] => {
    const startsAt = Math.max(placement.since, wide.startsAt) as Instant
    const endsAt = Math.min(device.placements[place + 1]?.since ?? wide.endsAt, wide.endsAt) as Instant
    if (startsAt >= endsAt) return []
    const decided = index.priorityOrders.get(placement.unitId)
    const standings: Standing[] = []
    for (const slot of slotsNaming(index, device.id, placement)) {
      const fault = reachFault(index, slot, device.id, placement)
      if (fault) onFault(slot.id, fault)
      else standings.push({ slot, decided: decided?.get(slot.id) ?? Number.POSITIVE_INFINITY })
    }
    return [{ startsAt, endsAt, placement, standings, silent: silentTimeOf(horizon, device, placement) }]
  })
  return { key: pieces.map(keyOf).join('\n'), pieces }
}

function keyOf({ startsAt, placement, standings, silent }: ReachPiece): string {
  const slots = standings
    .map(({ slot }) => slot.id)
    .sort()
    .join(' ')
  return `${startsAt} ${placement.unitId}|${silent.key}|${slots}`
}

/** The highest rank first, each occurrence takes what is left of its time (rule P4.1). */
export function resolveReach(horizon: Horizon, reach: Reach): Resolved {
  const taken = new TakenTime()
  const pieces: Piece[] = []
  const outcomes = candidatesOf(horizon, reach).map(({ standing, planned, silent }): Outcome => {
    const { slot } = standing
    const { occurrence, periodMissed } = planned
    if (periodMissed) {
      const ending = { code: 'OUTSIDE_APPROVED_PERIOD', at: occurrence.startsAt, period: periodMissed } as const
      return { occurrence, standing, pieces: [], ending }
    }
    const quiet = slot.class === 'emergency' ? Number.POSITIVE_INFINITY : silentFrom(silent, occurrence.startsAt)
    const placed = placeOccurrence(slot, occurrence, taken, quiet)
    for (const piece of placed.pieces) {
      taken.take(piece)
      pieces.push(piece)
    }
    return { occurrence, standing, ...placed }
  })
  const { span } = horizon
  pieces.sort((first, second) => first.startsAt - second.startsAt)
  return {
    span,
    pieces: pieces.filter(piece => piece.endsAt > span.startsAt && piece.startsAt < span.endsAt),
    placed: pieces,
    outcomes,
    reach,
    horizon,
  }
}

interface Candidate {
  readonly standing: Standing
  readonly planned: PlannedOccurrence
  readonly silent: SilentTime
  /** Slots that stand level share it. */
  readonly rank: number
}

/** All occurrences in order of rank. Slots are ranked before their occurrences: there are far fewer of them. */
function candidatesOf(horizon: Horizon, { pieces }: Reach): Candidate[] {
  const standings = pieces
    .flatMap(piece => piece.standings.map(standing => ({ standing, piece })))
    .sort((first, second) => compareStandings(first.standing, second.standing))
  const candidates: Candidate[] = []
  let rank = 0
  let above: Standing | undefined
  for (const { standing, piece } of standings) {
    if (above && compareStandings(above, standing) !== 0) rank += 1
    above = standing
    for (const planned of occurrencesOf(horizon, standing.slot)) {
      const { startsAt } = planned.occurrence
      if (startsAt < piece.startsAt || startsAt >= piece.endsAt) continue
      candidates.push({ standing, planned, silent: piece.silent, rank })
    }
  }
  return candidates.sort(
    (first, second) =>
      first.rank - second.rank || compareOccurrences(first.planned.occurrence, second.planned.occurrence),
  )
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
