import { type Instant, instant, millisecondsPerDay } from '@nguon/domain/platform'
import { type PlacedDevice, placementAt } from '@nguon/domain/rules'
import { expandSlot, type Occurrence } from './expand-slot.ts'
import { type Criterion, decidingCriterion } from './rank.ts'
import { periodMissed, reachFault } from './reach-fault.ts'
import type { Outcome, Resolved } from './resolve.ts'
import type { Slot } from './slot.ts'
import type { TimetableIndex } from './timetable-index.ts'

/** Two priority slots planned for the same time on the same devices: which goes first is for their unit to say (rule P3.3). */
export interface PriorityCollision {
  readonly winner: Slot
  readonly loser: Slot
  /** By what the winner goes first now. */
  readonly criterion: Criterion
  /** When both want to sound, for the first time within what was resolved. */
  readonly startsAt: Instant
}

/** The collisions within the span on one kind of devices, the first of each pair. */
export function priorityCollisionsOf({ outcomes, span }: Resolved): PriorityCollision[] {
  const found = new Map<string, PriorityCollision>()
  const candidates = outcomes.filter(isPriority)
  candidates.forEach((higher, place) => {
    for (const lower of candidates.slice(place + 1)) {
      if (higher.occurrence.slotId === lower.occurrence.slotId) continue
      const startsAt = overlapOf(higher.occurrence, lower.occurrence)
      if (startsAt === null || startsAt < span.startsAt) continue
      const key = `${higher.occurrence.slotId} ${lower.occurrence.slotId}`
      const known = found.get(key)
      if (known && known.startsAt <= startsAt) continue
      const [winner, loser] = [higher.standing.slot, lower.standing.slot]
      found.set(key, { winner, loser, criterion: decidingCriterion(higher, lower), startsAt })
    }
  })
  return [...found.values()].sort((one, other) => one.startsAt - other.startsAt)
}

function isPriority({ standing, occurrence, ending }: Outcome): boolean {
  const never = ending.code === 'SILENCED' && ending.at === occurrence.startsAt
  return standing.slot.class === 'priority' && ending.code !== 'OUTSIDE_APPROVED_PERIOD' && !never
}

/** How far ahead two slots are looked at. */
const aheadDays = 400

/** When the two are next planned for the same time on one of the devices, both of class priority; null: never in sight. */
export function nextCollision(
  index: TimetableIndex,
  [one, other]: readonly [Slot, Slot],
  devices: readonly PlacedDevice[],
  now: Instant,
): Instant | null {
  if (one.class !== 'priority' || other.class !== 'priority' || one.id === other.id) return null
  const { zone } = index.timetable
  const span = { startsAt: instant(now - millisecondsPerDay), endsAt: instant(now + aheadDays * millisecondsPerDay) }
  const sounding = (slot: Slot) =>
    expandSlot(slot, span, zone).filter(
      occurrence => occurrence.endsAt > now && periodMissed(index, slot, occurrence) === null,
    )
  const [ones, others] = [sounding(one), sounding(other)]
  for (let first = 0, second = 0; first < ones.length && second < others.length; ) {
    const [mine, theirs] = [ones[first], others[second]]
    if (!mine || !theirs) return null
    const startsAt = overlapOf(mine, theirs)
    if (startsAt !== null && devices.some(device => bothReach(index, [one, other], device, startsAt))) return startsAt
    if (mine.endsAt <= theirs.endsAt) first += 1
    else second += 1
  }
  return null
}

function bothReach(index: TimetableIndex, slots: readonly Slot[], device: PlacedDevice, at: Instant): boolean {
  const placement = placementAt(device, at)
  return placement !== undefined && slots.every(slot => reachFault(index, slot, device.id, placement) === null)
}

function overlapOf(one: Occurrence, other: Occurrence): Instant | null {
  const startsAt = Math.max(one.startsAt, other.startsAt)
  return startsAt < Math.min(one.endsAt, other.endsAt) ? instant(startsAt) : null
}
