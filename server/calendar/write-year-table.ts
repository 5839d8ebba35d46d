import { headingsOf, offKindWords, writeDayCell } from '@nguon/domain/calendar'
import type { StoredYear } from './store.ts'

const byteOrderMark = '\u{feff}'

/** A table that Excel opens with its accents and `readYearTable` reads again. */
export function writeYearTable({ kind, lunar, off }: Pick<StoredYear, 'kind' | 'lunar' | 'off'>): string {
  const lunarRows = lunar.map(({ day, lunarDay, lunarMonth, leapMonth, lunarYear }) => [
    writeDayCell(day),
    String(lunarDay),
    String(lunarMonth),
    leapMonth ? 'nhuận' : '',
    String(lunarYear),
  ])
  const offRows = off.map(({ from, until, name, kind: what }) => [
    writeDayCell(from),
    writeDayCell(until),
    name,
    offKindWords[what][0] ?? '',
  ])
  const rows = [headingsOf(kind), ...lunarRows, ...offRows]
  return byteOrderMark + rows.map(cells => `${cells.map(writeCell).join(';')}\r\n`).join('')
}

/** A spreadsheet calculates what begins like a formula; an apostrophe before it keeps it text (OWASP, CSV injection). */
function writeCell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[;,"\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
