import type { Instant, QuietPlaceId, UnitId } from '@nguon/domain/platform'
import type { QuietPlace, UnitRules } from '@nguon/domain/rules'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type RulesTables = {
  'rules.unit_rules': { unitId: UnitId; version: number; rules: UnitRules; savedAt: Date }
  'rules.quiet_place': { id: QuietPlaceId; unitId: UnitId; place: QuietPlace; savedAt: Date }
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

/** Of all units when none are named. */
export async function rulesOfUnits(db: Database, unitIds: readonly UnitId[] | null): Promise<UnitRules[]> {
  let query = tables(db).selectFrom('rules.unit_rules').select('rules')
  if (unitIds) {
    if (unitIds.length === 0) return []
    query = query.where('unitId', 'in', [...unitIds])
  }
  return (await query.execute()).map(row => row.rules)
}

/** Gives false when the version seen is no longer the current one; 0 stands for none yet. */
export async function saveRules(tx: Transaction, seen: number, rules: UnitRules, savedAt: Instant): Promise<boolean> {
  const value = sql<UnitRules>`${JSON.stringify(rules)}::jsonb`
  const row = { unitId: rules.unitId, version: seen + 1, rules: value, savedAt: new Date(savedAt) }
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

/** Of all units when none are named. */
export async function quietPlacesOfUnits(db: Database, unitIds: readonly UnitId[] | null): Promise<QuietPlace[]> {
  let query = tables(db).selectFrom('rules.quiet_place').select('place')
  if (unitIds) {
    if (unitIds.length === 0) return []
    query = query.where('unitId', 'in', [...unitIds])
  }
  return (await query.orderBy('id').execute()).map(row => row.place)
}

export async function unitOfQuietPlace(db: Database, id: QuietPlaceId): Promise<UnitId | null> {
  const row = await tables(db).selectFrom('rules.quiet_place').select('unitId').where('id', '=', id).executeTakeFirst()
  return row?.unitId ?? null
}

export async function insertQuietPlace(tx: Transaction, unitId: UnitId, place: QuietPlace, at: Instant): Promise<void> {
  await tables(tx)
    .insertInto('rules.quiet_place')
    .values({ id: place.id, unitId, place: sql<QuietPlace>`${JSON.stringify(place)}::jsonb`, savedAt: new Date(at) })
    .execute()
}

export async function deleteQuietPlace(tx: Transaction, id: QuietPlaceId): Promise<void> {
  await tables(tx).deleteFrom('rules.quiet_place').where('id', '=', id).execute()
}
