import type { CalendarKind, LunarDay, OffDays } from '@nguon/domain/calendar'
import type { Day, Instant, UnitId } from '@nguon/domain/platform'
import { instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

export interface CalendarSource {
  readonly number: string
  readonly day: Day
  readonly issuer: string
}

interface YearRow {
  unitId: UnitId
  kind: CalendarKind
  year: number
  version: number
  source: CalendarSource
  days: readonly (LunarDay | OffDays)[]
  savedAt: Date
}

type CalendarTables = { 'calendar.year': YearRow }

/** The approved data of a year: `lunar` or `off`, by its kind. */
export interface StoredYear {
  readonly unitId: UnitId
  readonly kind: CalendarKind
  readonly year: number
  readonly version: number
  readonly source: CalendarSource
  readonly lunar: readonly LunarDay[]
  readonly off: readonly OffDays[]
  readonly savedAt: Instant
}

const tables = (db: Database) => db.withTables<CalendarTables>()

/** Of all years when none are named, oldest first, of each of the units. */
export async function yearsOf(
  db: Database,
  unitIds: readonly UnitId[],
  years: readonly number[] | null,
): Promise<StoredYear[]> {
  let query = tables(db)
    .selectFrom('calendar.year')
    .select(['unitId', 'kind', 'year', 'version', 'source', 'days', 'savedAt'])
    .where('unitId', 'in', [...unitIds])
  if (years) query = query.where('year', 'in', [...years])
  return (await query.orderBy('year').orderBy('kind').execute()).map(({ days, savedAt, ...row }) => ({
    ...row,
    lunar: row.kind === 'lunarDays' ? (days as LunarDay[]) : [],
    off: row.kind === 'offDays' ? (days as OffDays[]) : [],
    savedAt: instant(savedAt.getTime()),
  }))
}

/** Gives false when the version seen is no longer the current one; 0 stands for none yet. */
export async function saveYear(
  tx: Transaction,
  seen: number,
  { savedAt, source, days, ...year }: Omit<YearRow, 'version' | 'savedAt'> & { savedAt: Instant },
): Promise<boolean> {
  const row = {
    ...year,
    version: seen + 1,
    source: sql<CalendarSource>`${JSON.stringify(source)}::jsonb`,
    days: sql<YearRow['days']>`${JSON.stringify(days)}::jsonb`,
    savedAt: new Date(savedAt),
  }
  const result =
    seen === 0
      ? await tables(tx)
          .insertInto('calendar.year')
          .values(row)
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
      : await tables(tx)
          .updateTable('calendar.year')
          .set(row)
          .where('unitId', '=', year.unitId)
          .where('kind', '=', year.kind)
          .where('year', '=', year.year)
          .where('version', '=', seen)
          .executeTakeFirst()
  return ('numUpdatedRows' in result ? result.numUpdatedRows : result.numInsertedOrUpdatedRows) === 1n
}
