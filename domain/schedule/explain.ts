import {
  type Day,
  type DeviceId,
  type Instant,
  instant,
  millisecondsPerDay,
  type SlotId,
  type Span,
} from '@nguon/domain/platform'
import { causesAt, type SilenceCause } from '@nguon/domain/rules'
import { expandSlot, type Occurrence } from './expand-slot.ts'
import type { Piece } from './place-occurrence.ts'
import { type Criterion, decidingCriterion } from './rank.ts'
import { type ReachFault, reachFault } from './reach-fault.ts'
import { type Outcome, type Resolved, resolvedAt } from './resolve.ts'
import type { Slot } from './slot.ts'

/** What plays instead, and by what it outranks. */
export interface Winner {
  readonly slotId: SlotId
  readonly title: string
  readonly criterion: Criterion
  /** What plays of it. */
  readonly piece: Piece
}

/** Why a slot does or does not play on a device at an instant (rule P10). */
export type Explanation =
  | { readonly code: 'PLAYS'; readonly piece: Piece }
  | { readonly code: 'UNKNOWN_SLOT' }
  /** The device belonged nowhere at that time. */
  | { readonly code: 'NOT_PLACED' }
  /** The instant lies outside the span that was resolved. */
  | { readonly code: 'NOT_RESOLVED'; readonly span: Span }
  | ReachFault
  /** The next occurrence within a year, if any. */
  | { readonly code: 'NOT_DUE'; readonly next: Occurrence | null }
  | { readonly code: 'EXCEPTED_DAY'; readonly day: Day }
  | { readonly code: 'OUTSIDE_APPROVED_PERIOD'; readonly period: Span }
  | { readonly code: 'SILENCED'; readonly since: Instant; readonly causes: readonly SilenceCause[] }
  /** It waits for the winner; `continuesAt` null: in vain. */
  | { readonly code: 'PREEMPTED'; readonly winner: Winner | null; readonly continuesAt: Instant | null }
  | { readonly code: 'DROPPED'; readonly at: Instant; readonly winner: Winner | null }
  /** It waits for the winner, who plays on until there is no sense in beginning. */
  | { readonly code: 'TOO_LATE'; readonly latest: Instant; readonly winner: Winner | null }

export interface WhyQuestion {
  readonly slotId: SlotId
  readonly deviceId: DeviceId
  readonly at: Instant
}

/** "Vì sao X không phát ở Y lúc T?", from the resolution of that device. */
export function explain(resolved: Resolved, { slotId, deviceId, at }: WhyQuestion): Explanation {
  const { horizon, reach, span } = resolved
  const slot = horizon.index.slots.get(slotId)
  if (!slot) return { code: 'UNKNOWN_SLOT' }
  if (at < span.startsAt || at >= span.endsAt) return { code: 'NOT_RESOLVED', span }
  const outcome = outcomeAt(resolved, slotId, at)
  if (outcome) return explainOutcome(resolved, outcome, at)
  const placement = reach.pieces.find(piece => piece.startsAt <= at && at < piece.endsAt)?.placement
  if (!placement) return { code: 'NOT_PLACED' }
  const fault = reachFault(horizon.index, slot, deviceId, placement)
  return fault ?? explainAbsence(slot, at, horizon.index.timetable.zone)
}

/** The occurrence the instant belongs to: planned for it, waiting for its turn, or still going on. */
function outcomeAt({ outcomes }: Resolved, slotId: SlotId, at: Instant): Outcome | undefined {
  return outcomes.find(
    ({ occurrence, pieces }) =>
      occurrence.slotId === slotId &&
      occurrence.startsAt <= at &&
      at < Math.max(occurrence.endsAt, pieces.at(-1)?.endsAt ?? 0),
  )
}

function explainOutcome(resolved: Resolved, outcome: Outcome, at: Instant): Explanation {
  const piece = outcome.pieces.find(piece => piece.startsAt <= at && at < piece.endsAt)
  if (piece) return { code: 'PLAYS', piece }
  const { ending } = outcome
  if (at < ending.at) {
    const winner = winnerAt(resolved, outcome, at)
    const continuesAt = outcome.pieces.find(piece => piece.startsAt > at)?.startsAt ?? null
    if (ending.code === 'TOO_LATE' && continuesAt === null) return { code: ending.code, latest: ending.at, winner }
    return { code: 'PREEMPTED', winner, continuesAt }
  }
  switch (ending.code) {
    case 'OUTSIDE_APPROVED_PERIOD':
      return { code: ending.code, period: ending.period }
    case 'SILENCED':
      return { code: ending.code, since: ending.at, causes: causesOf(resolved, outcome) }
    case 'DROPPED':
      return { code: ending.code, at: ending.at, winner: winnerAt(resolved, outcome, ending.at) }
    case 'TOO_LATE':
    case 'COMPLETED':
      return { code: 'NOT_DUE', next: null }
  }
}

function causesOf({ reach }: Resolved, { occurrence, ending }: Outcome): SilenceCause[] {
  const { startsAt } = occurrence
  const piece = reach.pieces.find(piece => piece.startsAt <= startsAt && startsAt < piece.endsAt)
  return piece ? causesAt(piece.silent.silences, ending.at) : []
}

/** Who plays in the time the outcome did not get. */
export function winnerAt(resolved: Resolved, loser: Outcome, at: Instant): Winner | null {
  const piece = resolvedAt({ pieces: resolved.placed }, at)
  const winner = piece && resolved.outcomes.find(({ pieces }) => pieces.includes(piece))
  if (!piece || !winner) return null
  const { id: slotId, title } = winner.standing.slot
  return { slotId, title, criterion: decidingCriterion(winner, loser), piece }
}

function explainAbsence(slot: Slot, at: Instant, zone: string): Explanation {
  const { recurrence } = slot
  if (recurrence.kind !== 'once' && recurrence.exceptions.length > 0) {
    const before = { startsAt: instant(at - Math.ceil(slot.durationSeconds * 1000) + 1), endsAt: instant(at + 1) }
    const planned = { ...slot, recurrence: { ...recurrence, exceptions: [] } }
    const [excepted] = expandSlot(planned, before, zone)
    if (excepted) return { code: 'EXCEPTED_DAY', day: excepted.day }
  }
  const nextYear = { startsAt: at, endsAt: instant(at + 366 * millisecondsPerDay) }
  return { code: 'NOT_DUE', next: expandSlot(slot, nextYear, zone)[0] ?? null }
}
