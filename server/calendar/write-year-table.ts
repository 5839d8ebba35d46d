import { headingsOf, offKindWords, writeDayCell } from '@nguon/domain/calendar'
import { writeTable } from '@nguon/domain/platform'
import type { StoredYear } from './store.ts'

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
  return writeTable([headingsOf(kind), ...lunarRows, ...offRows])
}
