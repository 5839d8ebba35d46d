import type { Day, Instant, QuietPlaceId, UnitId } from '@nguon/domain/platform'
import type { QuietPlace, UnitRules } from '@nguon/domain/rules'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type RulesTables = {
  'rules.unit_rules': {
    unitId: UnitId
    version: number
    rules: UnitRules
    /** Days off of the calendar that the rules take as silent days; kept true as the calendar changes. */
    holidays: readonly Day[]
    savedAt: Date
  }
  'rules.quiet_place': { id: QuietPlaceId; unitId: UnitId; version: number; place: QuietPlace; savedAt: Date }
}

const tables = (db: Database) => db.withTables<RulesTables>()

export async function readRules(db: Database, unitId: UnitId): Promise<{ version: number; rules: UnitRules } | null> {
  const row = await tables(db)
    .selectFrom('rules.unit_rules')
    .select(['version', 'rules'])
    .where('unitId', '=', unitId)
    .executeTakeFirst()
  return row ?? null
}

/** As units wrote them. */
export async function savedRulesOfUnits(db: Database, unitIds: readonly UnitId[]): Promise<UnitRules[]> {
  if (unitIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('rules.unit_rules')
    .select('rules')
    .where('unitId', 'in', [...unitIds])
    .execute()
  return rows.map(row => row.rules)
}

/** As they hold: with the days off they take from the calendar. Of all units when none are named. */
export async function rulesOfUnits(db: Database, unitIds: readonly UnitId[] | null): Promise<UnitRules[]> {
  let query = tables(db).selectFrom('rules.unit_rules').select(['rules', 'holidays'])
  if (unitIds) {
    if (unitIds.length === 0) return []
    query = query.where('unitId', 'in', [...unitIds])
  }
  return (await query.execute()).map(({ rules, holidays }) => {
    const { silentDays } = rules
    if (!silentDays || holidays.length === 0) return rules
    const days = [...new Set([...silentDays.value.days, ...holidays])]
    return { ...rules, silentDays: { ...silentDays, value: { ...silentDays.value, days } } }
  })
}

/** Gives false when the version seen is no longer the current one; 0 stands for none yet. */
export async function saveRules(
  tx: Transaction,
  seen: number,
  { rules, holidays }: { rules: UnitRules; holidays: readonly Day[] },
  savedAt: Instant,
): Promise<boolean> {
  const value = sql<UnitRules>`${JSON.stringify(rules)}::jsonb`
  const row = {
    unitId: rules.unitId,
    version: seen + 1,
    rules: value,
    holidays: sql<readonly Day[]>`${JSON.stringify(holidays)}::jsonb`,
    savedAt: new Date(savedAt),
  }
  const result =
    seen === 0
      ? await tables(tx)
          .insertInto('rules.unit_rules')
          .values(row)
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
      : await tables(tx)
          .updateTable('rules.unit_rules')
          .set(row)
          .where('unitId', '=', rules.unitId)
          .where('version', '=', seen)
          .executeTakeFirst()
  return ('numUpdatedRows' in result ? result.numUpdatedRows : result.numInsertedOrUpdatedRows) === 1n
}

export async function saveHolidays(tx: Transaction, unitId: UnitId, holidays: readonly Day[]): Promise<void> {
  await tables(tx)
    .updateTable('rules.unit_rules')
    .set({ holidays: sql<readonly Day[]>`${JSON.stringify(holidays)}::jsonb` })
    .where('unitId', '=', unitId)
    .execute()
}

export interface StoredPlace extends QuietPlace {
  readonly unitId: UnitId
  readonly version: number
}

/** Of all units when none are named. */
export async function quietPlacesOfUnits(db: Database, unitIds: readonly UnitId[] | null): Promise<StoredPlace[]> {
  let query = tables(db).selectFrom('rules.quiet_place').select(['place', 'unitId', 'version'])
  if (unitIds) {
    if (unitIds.length === 0) return []
    query = query.where('unitId', 'in', [...unitIds])
  }
  return (await query.orderBy('id').execute()).map(({ place, unitId, version }) => ({ ...place, unitId, version }))
}

export async function readQuietPlace(db: Database, id: QuietPlaceId): Promise<StoredPlace | null> {
  const row = await tables(db)
    .selectFrom('rules.quiet_place')
    .select(['place', 'unitId', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...row.place, unitId: row.unitId, version: row.version } : null
}

const placeValue = (place: QuietPlace) => sql<QuietPlace>`${JSON.stringify(place)}::jsonb`

export async function insertQuietPlace(tx: Transaction, unitId: UnitId, place: QuietPlace, at: Instant): Promise<void> {
  await tables(tx)
    .insertInto('rules.quiet_place')
    .values({ id: place.id, unitId, version: 1, place: placeValue(place), savedAt: new Date(at) })
    .execute()
}

/** Gives false when the version seen is no longer the current one. */
export async function updateQuietPlace(
  tx: Transaction,
  seen: number,
  place: QuietPlace,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('rules.quiet_place')
    .set({ place: placeValue(place), version: seen + 1, savedAt: new Date(at) })
    .where('id', '=', place.id)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteQuietPlace(tx: Transaction, id: QuietPlaceId): Promise<void> {
  await tables(tx).deleteFrom('rules.quiet_place').where('id', '=', id).execute()
}
