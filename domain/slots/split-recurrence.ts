import { addDays, type Day, dayNumber, dayOf, weekdayOf } from '@nguon/domain/platform'
import type { Recurrence } from '@nguon/domain/schedule'

/** A recurrence of more than one day. */
export type Recurring = Exclude<Recurrence, { kind: 'once' }>

/** What the recurrence names before the day (rule P1.12). */
export function endBefore<Kind extends Recurring>(recurrence: Kind, day: Day): Kind {
  const last = addDays(day, -1)
  const { until, exceptions, extraDays } = recurrence
  return {
    ...recurrence,
    until: until !== null && until < last ? until : last,
    exceptions: exceptions.filter(each => each < day),
    extraDays: extraDays.filter(each => each < day),
  }
}

/** What the recurrence names from the day on; every second day or week goes on in step (rule P1.12). */
export function beginAt<Kind extends Recurring>(recurrence: Kind, day: Day): Kind {
  return {
    ...recurrence,
    from: recurrence.from >= day ? recurrence.from : inStep(recurrence, day),
    exceptions: recurrence.exceptions.filter(each => each >= day),
    extraDays: recurrence.extraDays.filter(each => each >= day),
  }
}

/** The first day from `day` on that may begin the recurrence without moving its rhythm. */
function inStep({ kind, from, interval }: Recurring, day: Day): Day {
  if (interval === 1) return day
  switch (kind) {
    case 'days':
      return addDays(from, Math.ceil((dayNumber(day) - dayNumber(from)) / interval) * interval)
    case 'weeks': {
      const weeks = (dayNumber(mondayOf(day)) - dayNumber(mondayOf(from))) / 7
      return weeks % interval === 0 ? day : addDays(mondayOf(from), Math.ceil(weeks / interval) * interval * 7)
    }
    case 'months': {
      const months = monthNumber(day) - monthNumber(from)
      if (months % interval === 0) return day
      const next = monthNumber(from) + Math.ceil(months / interval) * interval
      return `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}-01` as Day
    }
  }
}

function mondayOf(day: Day): Day {
  return dayOf(dayNumber(day) - (weekdayOf(day) - 1))
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
