import {
  addDays,
  type Day,
  instant,
  instantToLocal,
  localToInstant,
  type TimeOfDay,
  type UnitId,
} from '@nguon/domain/platform'
import { checkSlot, type SlotCheck } from './check-slot.ts'
import type { Slot } from './slot.ts'

/** When most communes speak (no law says so; their regulations mostly do). */
const commonTimes = (['05:30', '17:00', '11:00'] as const).map(time => time as string as TimeOfDay)
/** Loudspeakers need this long to fetch what they are to play. */
const leadMilliseconds = 30 * 60_000
const daysAhead = 7
const mostTimes = 4

export interface SuggestedTime {
  readonly day: Day
  readonly timeOfDay: TimeOfDay
}

/** The times of day at which the unit speaks again and again, the soonest in the day first. */
export function usualTimes(slots: readonly Slot[], unitId: UnitId): TimeOfDay[] {
  const own = slots.filter(slot => slot.unitId === unitId && slot.class !== 'emergency')
  const recurring = own.filter(({ recurrence }) => recurrence.kind !== 'once')
  const counts = Map.groupBy(recurring.length > 0 ? recurring : own, ({ timeOfDay }) => timeOfDay)
  const often = [...counts].sort(([, one], [, other]) => other.length - one.length).slice(0, mostTimes)
  return often.map(([time]) => time).sort()
}

/**
 * When the slot of the check could be put as it is, breaking no rule: first the next usual session of its unit, without one
 * tomorrow morning; then what else is near.
 */
export function suggestTimes(check: SlotCheck): SuggestedTime[] {
  const { slot, timetable, now } = check
  const { zone } = timetable
  const today = instantToLocal(now, zone).day
  const days = Array.from({ length: daysAhead + 1 }, (_, ahead) => addDays(today, ahead))
  const usual = usualTimes(timetable.slots, slot.unitId)
  const candidates = [
    ...days.flatMap(day => usual.map(timeOfDay => ({ day, timeOfDay }))),
    ...days.slice(1).flatMap(day => commonTimes.map(timeOfDay => ({ day, timeOfDay }))),
  ]
  const found = new Map<string, SuggestedTime>()
  for (const { day, timeOfDay } of candidates) {
    if (found.size === mostTimes) break
    if (localToInstant(day, timeOfDay, zone) < instant(now + leadMilliseconds)) continue
    const wanted: Slot = { ...slot, timeOfDay, recurrence: { kind: 'once', day } }
    if (checkSlot({ ...check, slot: wanted }).length === 0) found.set(`${day} ${timeOfDay}`, { day, timeOfDay })
  }
  return [...found.values()]
}
