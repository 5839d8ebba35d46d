import type { Instant, Span } from '@nguon/domain/platform'
import type { Occurrence } from './expand-slot.ts'
import { isStream, type Slot } from './slot.ts'
import type { TakenTime } from './taken-time.ts'

/** Nothing begins, resumes or restarts later than this after its planned end (rule P4.6). */
const longestDelay = 3_600_000

/** A stretch of an occurrence that really plays. */
export interface Piece extends Span {
  readonly slotId: Occurrence['slotId']
  readonly day: Occurrence['day']
  /** 0 for the first stretch of its occurrence. */
  readonly part: number
  /** How far into the content it starts. */
  readonly offsetSeconds: number
}

/** How an occurrence ended, and when it was decided. */
export type Ending =
  | { readonly code: 'COMPLETED'; readonly at: Instant }
  /** It would have started in silence, or met one. */
  | { readonly code: 'SILENCED'; readonly at: Instant }
  /** Something above it played and its policy gives up the rest. */
  | { readonly code: 'DROPPED'; readonly at: Instant }
  | { readonly code: 'TOO_LATE'; readonly at: Instant }
  | { readonly code: 'OUTSIDE_APPROVED_PERIOD'; readonly at: Instant; readonly period: Span }

export interface Placed {
  readonly pieces: readonly Piece[]
  readonly ending: Ending
}

/**
 * Gives an occurrence what those above it left of its time, by rules P4 and P6.4; takes nothing yet.
 * `silentFrom` is the first silent moment from its planned start on; Infinity when there is none.
 */
export function placeOccurrence(slot: Slot, occurrence: Occurrence, taken: TakenTime, silentFrom: number): Placed {
  if (silentFrom <= occurrence.startsAt) return { pieces: [], ending: { code: 'SILENCED', at: occurrence.startsAt } }
  return isStream(slot.content)
    ? placeStream(slot, occurrence, taken, silentFrom)
    : placeRendition(slot, occurrence, taken, silentFrom)
}

export function undisturbed(occurrence: Occurrence): Placed {
  const { startsAt, endsAt } = occurrence
  return ended([piece(occurrence, 0, startsAt, endsAt, 0)], 'COMPLETED', endsAt)
}

/** Rule P4.5: what is free of the planned time. */
function placeStream(slot: Slot, occurrence: Occurrence, taken: TakenTime, silentFrom: number): Placed {
  const pieces: Piece[] = []
  const limit = Math.min(occurrence.endsAt, silentFrom)
  let at = taken.freeFrom(occurrence.startsAt)
  if (slot.onPreempted === 'drop' && at > occurrence.startsAt) return ended(pieces, 'DROPPED', occurrence.startsAt)
  while (at < limit) {
    const until = Math.min(limit, taken.takenFrom(at))
    pieces.push(piece(occurrence, pieces.length, at, until, at - occurrence.startsAt))
    if (until < limit && slot.onPreempted === 'drop') return ended(pieces, 'DROPPED', until)
    at = until < limit ? taken.freeFrom(until) : limit
  }
  if (limit < occurrence.endsAt) return ended(pieces, 'SILENCED', limit)
  return pieces.length === 0 ? ended(pieces, 'DROPPED', occurrence.startsAt) : ended(pieces, 'COMPLETED', limit)
}

function placeRendition(slot: Slot, occurrence: Occurrence, taken: TakenTime, silentFrom: number): Placed {
  const pieces: Piece[] = []
  const length = occurrence.endsAt - occurrence.startsAt
  const latest = occurrence.endsAt + longestDelay
  let at: number = occurrence.startsAt
  let played = 0
  for (;;) {
    const free = taken.freeFrom(at)
    if (free > at && slot.onPreempted === 'drop') return ended(pieces, 'DROPPED', at)
    if (free >= silentFrom && silentFrom <= latest) return ended(pieces, 'SILENCED', silentFrom)
    if (free > latest) return ended(pieces, 'TOO_LATE', latest)
    const until = Math.min(free + length - played, taken.takenFrom(free), silentFrom)
    pieces.push(piece(occurrence, pieces.length, free, until, played))
    played += until - free
    if (played === length) return ended(pieces, 'COMPLETED', until)
    if (until === silentFrom) return ended(pieces, 'SILENCED', until)
    if (slot.onPreempted === 'drop') return ended(pieces, 'DROPPED', until)
    if (slot.onPreempted === 'restart') played = 0
    at = until
  }
}

function piece(occurrence: Occurrence, part: number, startsAt: number, endsAt: number, offset: number): Piece {
  return {
    slotId: occurrence.slotId,
    day: occurrence.day,
    part,
    startsAt: startsAt as Instant,
    endsAt: endsAt as Instant,
    offsetSeconds: offset / 1000,
  }
}

function ended(pieces: readonly Piece[], code: 'COMPLETED' | 'SILENCED' | 'DROPPED' | 'TOO_LATE', at: number): Placed {
  return { pieces, ending: { code, at: at as Instant } }
}
