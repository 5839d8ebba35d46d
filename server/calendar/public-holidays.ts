import { isOff } from '@nguon/domain/calendar'
import type { Day, UnitPath } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { daysOf } from './plan-year.ts'
import { yearsAt } from './years-at.ts'

/** The days off that hold at the end of a path, of all years that are approved. */
export async function publicHolidays(db: Database, path: UnitPath): Promise<Day[]> {
  const years = await yearsAt(db, path, null)
  return years.flatMap(({ off }) => off.filter(({ kind }) => isOff(kind)).flatMap(daysOf))
}
