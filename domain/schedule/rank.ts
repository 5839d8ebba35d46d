import { bulletinClasses } from '@nguon/domain/bulletins'
import type { Day, Instant, SlotId } from '@nguon/domain/platform'
import type { Slot } from './slot.ts'

/** What told two occurrences apart (rule P3.8). */
export type Criterion = 'class' | 'decision' | 'level' | 'order' | 'start' | 'id'

/** Where a slot stands on the devices of one unit. */
export interface Standing {
  readonly slot: Slot
  /** Rules P3.1 to P3.5 as numbers, in the order of `slotCriteria`, the smaller first; 0 where a criterion does not count. */
  readonly numbers: readonly number[]
}

const slotCriteria: readonly Criterion[] = ['class', 'decision', 'level', 'order']

/** `decided` is the slot's place in the unit's decision on colliding priority slots; undefined where it made none. */
export function standingOf(slot: Slot, decided: number | undefined): Standing {
  const decision = slot.class === 'priority' ? (decided ?? Number.POSITIVE_INFINITY) : 0
  const level = slot.class === 'normal' ? 0 : slot.depth
  return { slot, numbers: [-bulletinClasses.indexOf(slot.class), decision, level, slot.order] }
}

/** Negative when the first goes first; 0 when only their occurrences can tell them apart. */
export function compareStandings(first: Standing, second: Standing): number {
  for (let place = 0; place < slotCriteria.length; place += 1) {
    const [one = 0, other = 0] = [first.numbers[place], second.numbers[place]]
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

/** By what the two are told apart, whichever outranks the other. */
export function decidingCriterion(first: Ranked, second: Ranked): Criterion {
  const criterion = slotCriteria.find((_, place) => first.standing.numbers[place] !== second.standing.numbers[place])
  return criterion ?? (first.occurrence.startsAt === second.occurrence.startsAt ? 'id' : 'start')
}
