import { bulletinClasses } from '@nguon/domain/bulletins'
import type { Day, Instant, SlotId } from '@nguon/domain/platform'
import type { Slot } from './slot.ts'

/** What told two occurrences apart (rule P3.8). */
export type Criterion = 'class' | 'decision' | 'level' | 'order' | 'start' | 'id'

/** Where a slot stands on the devices of one unit. */
export interface Standing {
  readonly slot: Slot
  /** Place in the unit's decision on colliding priority slots; Infinity where it made none. */
  readonly decided: number
}

/** Rules P3.1 to P3.5, the smaller first. What does not count within a class is 0 for all of it. */
const slotCriteria: readonly { readonly name: Criterion; readonly of: (standing: Standing) => number }[] = [
  { name: 'class', of: ({ slot }) => -bulletinClasses.indexOf(slot.class) },
  { name: 'decision', of: ({ slot, decided }) => (slot.class === 'priority' ? decided : 0) },
  { name: 'level', of: ({ slot }) => (slot.class === 'normal' ? 0 : slot.depth) },
  { name: 'order', of: ({ slot }) => slot.order },
]

/** Negative when the first goes first; 0 when only their occurrences can tell them apart. */
export function compareStandings(first: Standing, second: Standing): number {
  for (const { of } of slotCriteria) {
    const [one, other] = [of(first), of(second)]
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

/** An occurrence with what its rank rests on. */
export interface Ranked {
  readonly standing: Standing
  readonly occurrence: { readonly slotId: SlotId; readonly day: Day; readonly startsAt: Instant }
}

/** Rules P3.6 and P3.7, for occurrences whose slots stand level. */
export function compareOccurrences(first: Ranked['occurrence'], second: Ranked['occurrence']): number {
  if (first.startsAt !== second.startsAt) return first.startsAt - second.startsAt
  if (first.slotId !== second.slotId) return first.slotId < second.slotId ? -1 : 1
  return first.day < second.day ? -1 : first.day > second.day ? 1 : 0
}

/** The total order of rule P3: negative when the first outranks the second. */
export function compareRanked(first: Ranked, second: Ranked): number {
  return compareStandings(first.standing, second.standing) || compareOccurrences(first.occurrence, second.occurrence)
}

/** By what the two are told apart, whichever outranks the other. */
export function decidingCriterion(first: Ranked, second: Ranked): Criterion {
  const found = slotCriteria.find(({ of }) => of(first.standing) !== of(second.standing))
  if (found) return found.name
  return first.occurrence.startsAt === second.occurrence.startsAt ? 'id' : 'start'
}
