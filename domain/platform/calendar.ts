import type { Day, TimeOfDay } from './instant.ts'

/** Days since 1970-01-01, so that calendar arithmetic is arithmetic on whole numbers. */
export type DayNumber = number

export const millisecondsPerDay = 86_400_000
export const secondsPerDay = 86_400

const numbers = new Map<string, DayNumber>()
const texts = new Map<DayNumber, Day>()
const remembered = 20_000

/** Throws a RangeError for a day that no calendar has, such as 2026-02-30. */
export function dayNumber(day: Day): DayNumber {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  const number = match ? daysFromDate(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN
  if (Number.isNaN(number) || dayOf(number) !== day) throw new RangeError(`not a day: ${day}`)
  if (numbers.size >= remembered) numbers.clear()
  numbers.set(day, number)
  return number
}

export function dayOf(number: DayNumber): Day {
  const known = texts.get(number)
  if (known !== undefined) return known
  const day = new Date(number * millisecondsPerDay).toISOString().slice(0, 10) as Day
  if (texts.size >= remembered) texts.clear()
  texts.set(number, day)
  return day
}

export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days)
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: Day): number {
  return weekdayOfNumber(dayNumber(day))
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfNumber(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** `month` is 1 to 12; months beyond either end run into the neighbouring years. */
export function daysFromDate(year: number, month: number, dayOfMonth: number): DayNumber {
  return Date.UTC(year, month - 1, dayOfMonth) / millisecondsPerDay
}

/** `month` is 1 to 12; months beyond either end run into the neighbouring years. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Seconds after local midnight of `HH:MM` or `HH:MM:SS`; throws a RangeError for anything else. */
export function secondOfDay(timeOfDay: TimeOfDay): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(timeOfDay)
  if (!match) throw new RangeError(`not a time of day: ${timeOfDay}`)
  return Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)
}

/** `HH:MM`, or `HH:MM:SS` when there are seconds. Takes 0 to 86,399. */
export function timeOfDayAt(second: number): TimeOfDay {
  const pad = (value: number) => String(value).padStart(2, '0')
  const minutes = `${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}`
  return (second % 60 === 0 ? minutes : `${minutes}:${pad(second % 60)}`) as TimeOfDay
}
