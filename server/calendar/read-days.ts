import { addDays, type Day, type UnitPath } from '@nguon/domain/platform'
import type { CalendarDay } from '@nguon/domain/calendar'
import type { Database } from '@nguon/server/platform'
import { yearsAt } from './years-at.ts'

/** What is approved for each day, in order; a day that no data cover has nothing. */
export async function readDays(db: Database, path: UnitPath, from: Day, count: number): Promise<CalendarDay[]> {
  const days = Array.from({ length: count }, (_, index) => addDays(from, index))
  const years = await yearsAt(db, path, [...new Set(days.map(day => Number(day.slice(0, 4))))])
  const lunarDays = new Map(years.flatMap(({ lunar }) => lunar.map(({ day, ...date }) => [day, date] as const)))
  const offDays = years.flatMap(({ off }) => off)
  return days.map(day => {
    const off = offDays.find(span => span.from <= day && day <= span.until)
    return { day, lunar: lunarDays.get(day) ?? null, off: off ? { kind: off.kind, name: off.name } : null }
  })
}
