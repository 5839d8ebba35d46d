import { addDays, type Day, dayNumber, daysFromDate, dayOf } from '@nguon/domain/platform'
import type { LunarDay } from './calendar-day.ts'
import { readDayCell, writeDayCell } from './read-day-cell.ts'
import type { YearFault, YearRow } from './year-fault.ts'

export const lunarColumns = ['day', 'lunarDay', 'lunarMonth', 'leapMonth', 'lunarYear'] as const

export type LunarRow = YearRow<(typeof lunarColumns)[number]>

/** What is known of the days beside the year, where their own year is approved. */
export interface LunarNeighbours {
  readonly before: LunarDay | null
  readonly after: LunarDay | null
}

/** Reads the table of a year: every day of it once, each lunar date the one after the day before. Days come in order. */
export function checkLunarYear(
  year: number,
  rows: readonly LunarRow[],
  { before, after }: LunarNeighbours,
): { readonly days: readonly LunarDay[]; readonly faults: readonly YearFault[] } {
  const faults: YearFault[] = []
  const byDay = new Map<Day, { readonly line: number; readonly lunar: LunarDay }>()
  for (const { line, cells } of rows) {
    const day = readDayCell(cells.day ?? '')
    const lunar = lunarOf(cells)
    if (!day) faults.push({ line, code: 'NOT_A_DAY', value: cells.day ?? '' })
    else if (!day.startsWith(`${year}-`)) faults.push({ line, code: 'OTHER_YEAR', value: writeDayCell(day) })
    else if (byDay.has(day)) faults.push({ line, code: 'DAY_TWICE', value: writeDayCell(day) })
    else if (!lunar) faults.push({ line, code: 'NOT_A_LUNAR_DATE', value: writeDayCell(day) })
    else byDay.set(day, { line, lunar: { day, ...lunar } })
  }
  const [first, next] = [daysFromDate(year, 1, 1), daysFromDate(year + 1, 1, 1)]
  const missing = Array.from({ length: next - first }, (_, index) => dayOf(first + index)).filter(
    day => !byDay.has(day),
  )
  if (missing[0] && faults.length === 0) faults.push({ line: null, code: 'DAYS_MISSING', value: spanOf(missing) })
  const ordered = [...byDay.values()].sort((one, other) => dayNumber(one.lunar.day) - dayNumber(other.lunar.day))
  let known: LunarDay | null = before
  for (const { line, lunar } of ordered) {
    if (known && addDays(known.day, 1) === lunar.day && !followsOn(known, lunar)) {
      faults.push({ line, code: 'LUNAR_NOT_NEXT', value: writeDayCell(lunar.day) })
    }
    known = lunar
  }
  if (known && after && addDays(known.day, 1) === after.day && !followsOn(known, after)) {
    faults.push({ line: null, code: 'LUNAR_NOT_NEXT', value: writeDayCell(after.day) })
  }
  return { days: ordered.map(({ lunar }) => lunar), faults }
}

function lunarOf(cells: LunarRow['cells']): Omit<LunarDay, 'day'> | null {
  const numberOf = (cell = '') => (/^\d{1,4}$/.test(cell.trim()) ? Number(cell) : Number.NaN)
  const [lunarDay, lunarMonth, lunarYear] = [cells.lunarDay, cells.lunarMonth, cells.lunarYear].map(numberOf) as [
    number,
    number,
    number,
  ]
  const leap = (cells.leapMonth ?? '').trim().toLowerCase()
  const isDate = lunarDay >= 1 && lunarDay <= 30 && lunarMonth >= 1 && lunarMonth <= 12 && lunarYear >= 1900
  if (!isDate) return null
  return { lunarDay, lunarMonth, leapMonth: leap !== '' && leap !== '0' && leap !== 'không', lunarYear }
}

/** A month has 29 or 30 days; after it comes the next month, or the same one again as the leap month. */
export function followsOn(before: Omit<LunarDay, 'day'>, next: Omit<LunarDay, 'day'>): boolean {
  const sameYear = next.lunarYear === before.lunarYear
  const sameMonth = sameYear && next.lunarMonth === before.lunarMonth
  if (next.lunarDay !== 1) {
    return sameMonth && next.leapMonth === before.leapMonth && next.lunarDay === before.lunarDay + 1
  }
  if (before.lunarDay < 29) return false
  if (next.leapMonth) return sameMonth && !before.leapMonth
  return before.lunarMonth === 12
    ? next.lunarMonth === 1 && next.lunarYear === before.lunarYear + 1
    : sameYear && next.lunarMonth === before.lunarMonth + 1
}

function spanOf(days: readonly Day[]): string {
  return days.length <= 3
    ? days.map(writeDayCell).join(', ')
    : `${writeDayCell(days[0] as Day)} … ${writeDayCell(days.at(-1) as Day)} (${days.length})`
}
