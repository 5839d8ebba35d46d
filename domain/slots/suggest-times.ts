import { addDays, type Day, instantToLocal, localToInstant, type TimeOfDay, type UnitId } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import { checkSlot, type SlotCheck } from './check-slot.ts'

/** When most communes speak (no law says so; their regulations mostly do). */
const commonTimes = (['05:30', '11:00', '17:00'] as const).map(time => time as string as TimeOfDay)
/** Loudspeakers need this long to fetch what they are to play. */
const leadMilliseconds = 30 * 60_000
const daysAhead = 7
const mostTimes = 4

export interface SuggestedTime {
  readonly day: Day
  readonly timeOfDay: TimeOfDay
}

/** The times of day at which the unit speaks again and again, the most usual first. */
export function usualTimes(slots: readonly Slot[], unitId: UnitId): TimeOfDay[] {
  const own = slots.filter(slot => slot.unitId === unitId && slot.class !== 'emergency')
  const often = [...Map.groupBy(own, ({ timeOfDay }) => timeOfDay)].filter(
    ([, same]) => same.length > 1 || same.some(({ recurrence }) => recurrence.kind !== 'once'),
  )
  return often
    .sort(([one, more], [other, fewer]) => fewer.length - more.length || (one < other ? -1 : 1))
    .slice(0, mostTimes)
    .map(([time]) => time)
}

/**
 * When the slot of the check could be put as it is, breaking no rule: first the next usual sessions of its unit, without any
 * tomorrow morning; then other hours. Each time of day once, on the soonest day it may be.
 */
export function suggestTimes(check: SlotCheck): SuggestedTime[] {
  const { slot, timetable, now } = check
  const { zone } = timetable
  const today = instantToLocal(now, zone).day
  const days = Array.from({ length: daysAhead + 1 }, (_, ahead) => addDays(today, ahead))
  const soonest = (timeOfDay: TimeOfDay, from: readonly Day[]): SuggestedTime[] => {
    const day = from.find(day => {
      if (localToInstant(day, timeOfDay, zone) < now + leadMilliseconds) return false
      const wanted: Slot = { ...slot, timeOfDay, recurrence: { kind: 'once', day } }
      return checkSlot({ ...check, slot: wanted }).length === 0
    })
    return day ? [{ day, timeOfDay }] : []
  }
  const usual = usualTimes(timetable.slots, slot.unitId)
  const known = usual
    .flatMap(time => soonest(time, days))
    .sort((one, other) => (`${one.day} ${one.timeOfDay}` < `${other.day} ${other.timeOfDay}` ? -1 : 1))
  const others = commonTimes.filter(time => !usual.includes(time)).flatMap(time => soonest(time, days.slice(1)))
  return [...known, ...others].slice(0, mostTimes)
}
