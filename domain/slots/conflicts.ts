import type { Instant, SlotId, Span } from '@nguon/domain/platform'
import { type Piece, type Criterion, decidingCriterion, type Outcome, type Resolved } from '@nguon/domain/schedule'

/** What the loser of a conflict comes to: played whole but later, played in part, or not at all. */
export type Loss = 'delayed' | 'cut' | 'lost'

/** Two slots that want the same time on some devices. */
export interface Conflict {
  readonly otherSlotId: SlotId
  readonly otherTitle: string
  /** True when the slot asked about outranks the other. */
  readonly wins: boolean
  readonly criterion: Criterion
  /** What the lower one comes to. */
  readonly loss: Loss
  /** When the higher one takes the time, for the first time. */
  readonly startsAt: Instant
  /** Both are of class priority and planned for the same time: the unit of the devices may say which goes first (P3.3). */
  readonly decidable: boolean
}

/** The conflicts of one slot's occurrences within the span on one kind of devices, the first of each pair. */
export function conflictsOf({ outcomes, span }: Resolved, slotId: SlotId): Conflict[] {
  const own = outcomes.filter(({ occurrence }) => occurrence.slotId === slotId && occurrence.startsAt >= span.startsAt)
  const found = new Map<string, Conflict>()
  for (const mine of own) {
    for (const other of outcomes) {
      if (other.occurrence.slotId === slotId) continue
      const conflict = conflictBetween(mine, other)
      const key = `${other.occurrence.slotId} ${conflict?.wins}`
      const known = found.get(key)
      if (conflict && (!known || conflict.startsAt < known.startsAt)) found.set(key, conflict)
    }
  }
  return [...found.values()]
}

function conflictBetween(mine: Outcome, other: Outcome): Conflict | null {
  const taken = takenFrom(other, mine) ?? takenFrom(mine, other)
  if (!taken) return null
  const wins = mine.pieces.includes(taken)
  const { id: otherSlotId, title: otherTitle } = other.standing.slot
  const loss = lossOf(wins ? other : mine)
  const decidable = [mine, other].every(({ standing }) => standing.slot.class === 'priority') && overlap(mine, other)
  const criterion = decidingCriterion(mine, other)
  return { otherSlotId, otherTitle, wins, criterion, loss, startsAt: taken.startsAt, decidable }
}

function overlap({ occurrence: one }: Outcome, { occurrence: other }: Outcome): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/** The first piece of the winner that plays in time the loser wanted and did not get. */
function takenFrom(loser: Outcome, winner: Outcome): Piece | undefined {
  return winner.pieces.find(piece =>
    wanted(loser).some(want => want.startsAt < piece.endsAt && piece.startsAt < want.endsAt),
  )
}

/** The stretches in which an occurrence waited, or was given up. */
function wanted({ occurrence, pieces, ending }: Outcome): Span[] {
  if (ending.code === 'OUTSIDE_APPROVED_PERIOD') return []
  const moment = { startsAt: ending.at, endsAt: (ending.at + 1) as Instant }
  const stretches: Span[] = ending.code === 'DROPPED' || ending.code === 'TOO_LATE' ? [moment] : []
  let from = occurrence.startsAt
  for (const piece of pieces) {
    if (piece.startsAt > from) stretches.push({ startsAt: from, endsAt: piece.startsAt })
    from = piece.endsAt
  }
  if (ending.at > from) stretches.push({ startsAt: from, endsAt: ending.at })
  return stretches
}

function lossOf({ occurrence, pieces, ending }: Outcome): Loss {
  if (pieces.length === 0) return 'lost'
  const played = pieces.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0)
  return ending.code === 'COMPLETED' && played >= occurrence.endsAt - occurrence.startsAt ? 'delayed' : 'cut'
}
