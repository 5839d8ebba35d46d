import type { Instant, SlotId, UnitId } from '@nguon/domain/platform'
import { priorityCollisionsOf, type Resolved, type Slot, type Worded, wordCollision } from '@nguon/domain/schedule'

interface CollidingSlot {
  readonly slotId: SlotId
  readonly title: string
  readonly unitId: UnitId
}

export interface ShownCollision {
  readonly winner: CollidingSlot
  readonly loser: CollidingSlot
  readonly startsAt: Instant
  readonly decided: boolean
  readonly reason: Worded
}

const named = ({ id: slotId, title, unitId }: Slot): CollidingSlot => ({ slotId, title, unitId })

/** Priority slots that collide in what the devices of one unit play, the first time of each pair, in words. */
export function showCollisions(resolutions: readonly Resolved[]): ShownCollision[] {
  const found = new Map<string, ShownCollision>()
  for (const collision of resolutions.flatMap(priorityCollisionsOf)) {
    const { winner, loser, startsAt, criterion } = collision
    const key = `${winner.id} ${loser.id}`
    const known = found.get(key)
    if (known && known.startsAt <= startsAt) continue
    const decided = criterion === 'decision'
    found.set(key, { winner: named(winner), loser: named(loser), startsAt, decided, reason: wordCollision(collision) })
  }
  return [...found.values()].toSorted((one, other) => one.startsAt - other.startsAt)
}
