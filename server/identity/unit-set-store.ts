import type { UnitSet, UnitSetId } from '@nguon/domain/identity'
import { type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'
import type { IdentityTables, UnitSetRow } from './tables.ts'

const unitSetOf = ({ id, unitId, name, unitIds, version, endedAt }: UnitSetRow): UnitSet => ({
  id,
  unitId,
  name,
  unitIds,
  version,
  endedAt: endedAt === null ? null : instant(endedAt.getTime()),
})

const unitSets = (db: Database) => db.withTables<IdentityTables>().selectFrom('identity.unitSet').selectAll()
const nameLock = 4_101_042
const listOfIds = (unitIds: readonly UnitId[]) => sql<UnitId[]>`${[...unitIds]}::text[]`

/** Held until the end of the transaction. */
export async function holdUnitSet(tx: Transaction, id: UnitSetId): Promise<UnitSet | null> {
  const row = await unitSets(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? unitSetOf(row) : null
}

/** Sets of the unit itself that are in use, oldest first, after the one of the cursor. */
export async function listUnitSets(
  db: Database,
  { unitId, after, limit }: { unitId: UnitId; after: string | null; limit: number },
): Promise<UnitSet[]> {
  let query = unitSets(db).where('unitId', '=', unitId).where('endedAt', 'is', null)
  if (after !== null) query = query.where('id', '>', after as UnitSetId)
  return (await query.orderBy('id').limit(limit).execute()).map(unitSetOf)
}

/** Waits for any other writer of names of sets of the unit, until the end of the transaction. */
export async function holdSetNames(tx: Transaction, unitId: UnitId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${nameLock}, hashtext(${unitId}))`.execute(tx)
}

/** The set in use of that name, whatever its case. */
export async function findUnitSetNamed(db: Database, unitId: UnitId, name: string): Promise<UnitSet | null> {
  const row = await unitSets(db)
    .where('unitId', '=', unitId)
    .where('endedAt', 'is', null)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .executeTakeFirst()
  return row ? unitSetOf(row) : null
}

export async function insertUnitSet(tx: Transaction, set: UnitSet, now: Instant): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .insertInto('identity.unitSet')
    .values({ ...set, unitIds: listOfIds(set.unitIds), endedAt: null, createdAt: new Date(now) })
    .execute()
}

export async function saveUnitSet(tx: Transaction, { id, name, unitIds, version, endedAt }: UnitSet): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .updateTable('identity.unitSet')
    .set({ name, unitIds: listOfIds(unitIds), version, endedAt: endedAt === null ? null : new Date(endedAt) })
    .where('id', '=', id)
    .execute()
}
