import { type Day, dayNumber } from '@nguon/domain/platform'

/** A day as people and spreadsheets write it: `05/02/2027`, `5/2/2027`, `2027-02-05`. Null when there is no such day. */
export function readDayCell(cell: string): Day | null {
  const text = cell.trim()
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const [, dayOfMonth = '', month = '', year = ''] = local ?? []
  const day = (local ? `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` : text) as Day
  try {
    dayNumber(day)
    return day
  } catch {
    return null
  }
}

/** `dd/MM/yyyy`. */
export function writeDayCell(day: Day): string {
  return day.split('-').toReversed().join('/')
}
