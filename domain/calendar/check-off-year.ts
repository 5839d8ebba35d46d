import { dayNumber, foldVietnamese } from '@nguon/domain/platform'
import type { OffDays, OffKind } from './calendar-day.ts'
import { readDayCell, writeDayCell } from './read-day-cell.ts'
import type { YearFault, YearRow } from './year-fault.ts'

export const offColumns = ['from', 'until', 'name', 'kind'] as const

export type OffRow = YearRow<(typeof offColumns)[number]>

/** How the column of kinds names them; the first is how we write it. */
export const offKindWords: Readonly<Record<OffKind, readonly string[]>> = {
  holiday: ['nghỉ lễ', 'lễ', 'nghỉ tết', 'tết', 'holiday'],
  inLieu: ['nghỉ bù', 'in lieu'],
  swapped: ['nghỉ hoán đổi', 'hoán đổi', 'swapped'],
  worked: ['làm bù', 'đi làm bù', 'worked'],
}

/** The longest row of days off that any year has had, with room. */
const longestDays = 14

/** Reads the table of a year: spans within it, each named, none over another. Without a kind a row is a holiday. */
export function checkOffYear(
  year: number,
  rows: readonly OffRow[],
): { readonly days: readonly OffDays[]; readonly faults: readonly YearFault[] } {
  const faults: YearFault[] = []
  const days: OffDays[] = []
  for (const { line, cells } of rows) {
    const [from, until] = [readDayCell(cells.from ?? ''), readDayCell(cells.until?.trim() || (cells.from ?? ''))]
    const name = (cells.name ?? '').trim()
    const kind = kindOf(cells.kind ?? '')
    const fault = (code: YearFault['code'], value: string) => faults.push({ line, code, value })
    if (!from || !until) fault('NOT_A_DAY', (from ? cells.until : cells.from) ?? '')
    else if (![from, until].every(day => day.startsWith(`${year}-`))) fault('OTHER_YEAR', writeDayCell(from))
    else if (until < from) fault('ENDS_BEFORE_START', writeDayCell(from))
    else if (dayNumber(until) - dayNumber(from) >= longestDays) fault('TOO_MANY_DAYS', writeDayCell(from))
    else if (!kind) fault('UNKNOWN_KIND', cells.kind ?? '')
    else if (name === '') fault('NAME_MISSING', writeDayCell(from))
    else if (days.some(other => other.from <= until && from <= other.until)) fault('DAY_TWICE', writeDayCell(from))
    else days.push({ from, until, kind, name: name.normalize('NFC').slice(0, 100) })
  }
  return { days: days.sort((one, other) => dayNumber(one.from) - dayNumber(other.from)), faults }
}

function kindOf(cell: string): OffKind | null {
  const word = foldVietnamese(cell.trim())
  if (word === '') return 'holiday'
  const found = Object.entries(offKindWords).find(([, words]) => words.some(known => foldVietnamese(known) === word))
  return (found?.[0] as OffKind | undefined) ?? null
}
