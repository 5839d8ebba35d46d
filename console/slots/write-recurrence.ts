import type { Language } from '@nguon/contract/platform'
import type { Slot } from '@nguon/domain/schedule'
import { writeDay } from '../time/local-time.ts'
import { wordsIn } from '../words/define-words.ts'
import { scheduleWords } from '../words/schedule-words.ts'

const weekdays = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const

/** "05:00 các ngày T2, T4, từ 23/11/2026 đến 31/12/2026". */
export function writeRecurrence({ recurrence, timeOfDay }: Slot, language: Language): string {
  const words = wordsIn(scheduleWords, language)
  if (recurrence.kind === 'once') return words.once(timeOfDay, writeDay(recurrence.day))
  const { interval, from, until } = recurrence
  const bounds = until ? words.bounds(writeDay(from), writeDay(until)) : words.since(writeDay(from))
  return `${often()}, ${bounds}`

  function often(): string {
    if (recurrence.kind === 'weeks') {
      const names = recurrence.weekdays.map(day => words.shortWeekdays[weekdays[day - 1] ?? 'one']).join(', ')
      return interval === 1 ? words.weekly(timeOfDay, names) : words.everyWeeks(timeOfDay, names, String(interval))
    }
    if (recurrence.kind === 'months') {
      const names = recurrence.monthDays.map(day => (day === -1 ? words.lastOfMonth.toLowerCase() : String(day)))
      return words.monthly(timeOfDay, names.join(', '))
    }
    return interval === 1 ? words.daily(timeOfDay) : words.everyDays(timeOfDay, String(interval))
  }
}
