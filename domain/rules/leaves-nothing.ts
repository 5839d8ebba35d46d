import { secondOfDay } from '@nguon/domain/platform'
import type { Hours, UnitRules } from './unit-rules.ts'

const minutesPerDay = 1440
const everyWeekday = [1, 2, 3, 4, 5, 6, 7]

/** True when rules leave no minute of the week in which anything but an emergency may sound: surely a slip of the pen. */
export function leavesNothing({ quietHours, broadcastWindows, silentDays, maximumVolumeByHour }: UnitRules): boolean {
  const week = Array.from({ length: 7 * minutesPerDay }, () => broadcastWindows === null)
  const mark = (weekday: number, hours: Hours, open: boolean) => {
    for (const minute of minutesOf(hours)) week[((weekday - 1) * minutesPerDay + minute) % week.length] = open
  }
  for (const window of broadcastWindows?.value ?? []) for (const day of window.weekdays) mark(day, window, true)
  for (const hours of quietHours?.value ?? []) for (const day of everyWeekday) mark(day, hours, false)
  for (const day of silentDays?.value.weekdays ?? []) week.fill(false, (day - 1) * minutesPerDay, day * minutesPerDay)
  return !week.some((open, minute) => {
    const hour = Math.floor((minute % minutesPerDay) / 60)
    return open && (maximumVolumeByHour?.value[hour] ?? 100) > 0
  })
}

function minutesOf({ from, until }: Hours): number[] {
  const [start, end] = [secondOfDay(from) / 60, secondOfDay(until) / 60]
  const length = end > start ? end - start : end - start + minutesPerDay
  return Array.from({ length }, (_, index) => start + index)
}
