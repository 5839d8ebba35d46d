import { calendarRefusals } from '@nguon/contract/calendar'
import { Refusal } from '@nguon/contract/platform'
import { type CalendarKind, headingsOf, yearColumnNamed, type YearRow } from '@nguon/domain/calendar'
import { unguarded } from '@nguon/domain/platform'
import { BrokenTable, readTable } from '@nguon/server/web'

/** Nine in ten rows of a year of 366 days may be empty before this is reached. */
const mostRows = 4000

/** The rows of a table as spreadsheets write it, under the columns of its kind. */
export function readYearTable(kind: CalendarKind, table: string): YearRow<string>[] {
  const records = recordsOf(kind, table)
  const columns = (records[0] ?? []).map(heading => yearColumnNamed(kind, heading))
  const named = columns.filter(column => column !== null)
  const optional = ['leapMonth', 'until', 'kind']
  const isWhole = headingsOf(kind)
    .map(heading => yearColumnNamed(kind, heading) ?? '')
    .every(column => optional.includes(column) || named.includes(column))
  if (!isWhole || new Set(named).size < named.length) throw unreadable(kind)
  return records
    .slice(1)
    .map((cells, index) => ({ line: index + 2, cells }))
    .filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        columns.flatMap((column, index) => (column ? [[column, unguarded(cells[index] ?? '')]] : [])),
      ),
    }))
}

function recordsOf(kind: CalendarKind, table: string): string[][] {
  // What a reader of UTF-8 puts for bytes of another encoding.
  if (table.includes('\u{fffd}') || table.includes('\0')) throw unreadable(kind)
  try {
    return readTable(table, mostRows)
  } catch (error) {
    if (error instanceof BrokenTable) throw unreadable(kind)
    throw error
  }
}

function unreadable(kind: CalendarKind): Refusal {
  return new Refusal(calendarRefusals.YEAR_TABLE_UNREADABLE, { field: 'table', columns: headingsOf(kind).join('; ') })
}
