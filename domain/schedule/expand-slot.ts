import {
  type Day,
  dayNumber,
  dayNumberAt,
  dayOf,
  daysFromDate,
  daysInMonth,
  type Instant,
  localSecondToInstant,
  secondOfDay,
  type SlotId,
  type Span,
  weekdayOfNumber,
  type Zone,
} from '@nguon/domain/platform'
import type { Recurrence, Slot } from './slot.ts'

/** One playing of a slot (buổi phát), as planned before anything else is looked at. */
export interface Occurrence extends Span {
  readonly slotId: SlotId
  /** The local day it starts on, to which all of it belongs (rule P1.3). */
  readonly day: Day
}

/** The occurrences that start within `span`, in order of time. */
export function expandSlot(slot: Slot, span: Span, zone: Zone): Occurrence[] {
  // A day on either side: clocks put forward can carry a time of day over the edge of the span.
  const first = dayNumberAt(span.startsAt, zone) - 1
  const last = dayNumberAt(span.endsAt, zone) + 1
  const second = secondOfDay(slot.timeOfDay)
  const occurrences: Occurrence[] = []
  for (const number of daysOf(slot.recurrence, first, last)) {
    const startsAt = localSecondToInstant(number, second, zone)
    if (startsAt < span.startsAt || startsAt >= span.endsAt) continue
    const endsAt = (startsAt + Math.ceil(slot.durationSeconds * 1000)) as Instant
    occurrences.push({ slotId: slot.id, day: dayOf(number), startsAt, endsAt })
  }
  return occurrences
}

/** The days from `first` to `last`, both included, on which the recurrence has an occurrence; ascending. */
function daysOf(recurrence: Recurrence, first: number, last: number): number[] {
  if (recurrence.kind === 'once') {
    const day = dayNumber(recurrence.day)
    return day >= first && day <= last ? [day] : []
  }
  const from = Math.max(first, dayNumber(recurrence.from))
  const until = recurrence.until === null ? last : Math.min(last, dayNumber(recurrence.until))
  const regular = regularDays(recurrence, from, until)
  if (recurrence.exceptions.length === 0 && recurrence.extraDays.length === 0) return regular
  const days = new Set(regular)
  for (const day of recurrence.extraDays.map(dayNumber)) if (day >= first && day <= last) days.add(day)
  for (const day of recurrence.exceptions) days.delete(dayNumber(day))
  return [...days].sort((one, other) => one - other)
}

function regularDays(recurrence: Exclude<Recurrence, { kind: 'once' }>, from: number, until: number): number[] {
  const anchor = dayNumber(recurrence.from)
  const interval = Math.max(1, Math.trunc(recurrence.interval))
  switch (recurrence.kind) {
    case 'days':
      return everyFewDays(from + ((((anchor - from) % interval) + interval) % interval), until, interval)
    case 'weeks':
      return everyFewDays(from, until, 1).filter(
        day =>
          recurrence.weekdays.includes(weekdayOfNumber(day)) &&
          ((mondayOf(day) - mondayOf(anchor)) / 7) % interval === 0,
      )
    case 'months':
      return daysOfMonths(recurrence.from, interval, recurrence.monthDays, from, until)
  }
}

function everyFewDays(from: number, until: number, step: number): number[] {
  const days: number[] = []
  for (let day = from; day <= until; day += step) days.push(day)
  return days
}

function mondayOf(day: number): number {
  return day - (weekdayOfNumber(day) - 1)
}

function daysOfMonths(
  anchor: Day,
  interval: number,
  monthDays: readonly number[],
  from: number,
  until: number,
): number[] {
  const anchorMonth = monthsSinceYearZero(anchor)
  const lastMonth = until >= from ? monthsSinceYearZero(dayOf(until)) : -1
  const days = new Set<number>()
  for (let months = monthsSinceYearZero(dayOf(from)); months <= lastMonth; months += 1) {
    if ((months - anchorMonth) % interval !== 0) continue
    const year = Math.floor(months / 12)
    const month = (months % 12) + 1
    const length = daysInMonth(year, month)
    for (const monthDay of monthDays) {
      const dayOfMonth = monthDay > 0 ? monthDay : length + 1 + monthDay
      if (dayOfMonth < 1 || dayOfMonth > length) continue
      const day = daysFromDate(year, month, dayOfMonth)
      if (day >= from && day <= until) days.add(day)
    }
  }
  return [...days].sort((one, other) => one - other)
}

function monthsSinceYearZero(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
