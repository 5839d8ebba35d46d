import { type Day, foldVietnamese, type UnitId, type UnitPath } from '@nguon/domain/platform'
import { type Level, type LegalAct, type Succession, unitTitle, type UnitVersion } from '@nguon/domain/territory'
import type { Database, Transaction } from '@nguon/server/platform'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'

interface VersionRow {
  unitId: UnitId
  validFrom: Day
  validTo: Day | null
  parentId: UnitId | null
  path: string
  level: Level
  kind: string
  name: string
  code: string
  folded: string
  households: number | null
  latitude: number | null
  longitude: number | null
  legalAct: LegalAct | null
}

type TerritoryTables = {
  'territory.unit': { id: UnitId; revision: number }
  'territory.unitCode': { code: string; unitId: UnitId }
  'territory.unitVersion': VersionRow
  'territory.succession': Succession
}

/** A version with the units above it, from the root down to the unit itself. */
export interface PlacedUnit {
  readonly unit: UnitVersion
  readonly path: UnitPath
}

const treeLock = 7_305_137

/** Waits for any other writer of the tree, until the end of the transaction. */
export async function holdTreeLock(tx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${treeLock})`.execute(tx)
}

/** Dates travel as text: a driver would make instants of them, in a zone of its own. */
const day = (column: string) => sql<Day>`${sql.ref(column)}::text`
const dayOrNull = (column: string) => sql<Day | null>`${sql.ref(column)}::text`

function versions(db: Database) {
  return db
    .withTables<TerritoryTables>()
    .selectFrom('territory.unitVersion')
    .select(['unitId', 'parentId', 'level', 'kind', 'name', 'code', 'households', 'latitude', 'longitude', 'legalAct'])
    .select([day('validFrom').as('validFrom'), dayOrNull('validTo').as('validTo'), sql<string>`path::text`.as('path')])
}

function placedUnit(row: Omit<VersionRow, 'folded'>): PlacedUnit {
  const { path, latitude, longitude, ...version } = row
  const place = latitude === null || longitude === null ? null : { latitude, longitude }
  return { unit: { ...version, place }, path: path.split('.') as UnitId[] }
}

function holdsOn(on: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`valid_from <= ${on}::date AND (valid_to IS NULL OR valid_to > ${on}::date)`
}

/** The version that had begun last by a day, whether it still holds or not. */
function isLastUntil(on: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`valid_from <= ${on}::date AND NOT EXISTS (
    SELECT FROM territory.unit_version AS next
    WHERE next.unit_id = unit_version.unit_id AND next.valid_from > unit_version.valid_from
      AND next.valid_from <= ${on}::date)`
}

/** The unit itself and everything below it; all units when null. */
function isBelow(paths: readonly UnitPath[] | null): Expression<SqlBool> {
  if (paths === null) return sql<SqlBool>`true`
  const texts = paths.map(path => path.join('.'))
  return sql<SqlBool>`path <@ ANY (${texts}::text[]::ltree[])`
}

/** Every version there is, of every day. */
export async function allVersions(db: Database): Promise<UnitVersion[]> {
  return (await versions(db).execute()).map(row => placedUnit(row).unit)
}

/** The units of a day that stand at or below one of the paths; all when null. */
export async function unitsWithin(db: Database, on: Day, paths: readonly UnitPath[] | null): Promise<PlacedUnit[]> {
  const rows = await versions(db).where(holdsOn(on)).where(isBelow(paths)).execute()
  return rows.map(placedUnit)
}

/** The given units as they are on a day; those that do not exist then are left out. */
export async function unitsById(db: Database, on: Day, unitIds: readonly UnitId[]): Promise<PlacedUnit[]> {
  if (unitIds.length === 0) return []
  const rows = await versions(db)
    .where('unitId', 'in', [...unitIds])
    .where(holdsOn(on))
    .execute()
  return rows.map(placedUnit)
}

/**
 * The units at or below one of the paths as they are on a day, and those that have ended until then as they last were:
 * what was written in them is still there to be read.
 */
export async function unitsEverWithin(db: Database, on: Day, paths: readonly UnitPath[] | null): Promise<PlacedUnit[]> {
  const rows = await versions(db).where(isBelow(paths)).where(isLastUntil(on)).execute()
  return rows.map(placedUnit)
}

/** The given units as they are on a day, as they last were before, or else as they will first be. */
export async function unitsEverById(db: Database, on: Day, unitIds: readonly UnitId[]): Promise<PlacedUnit[]> {
  if (unitIds.length === 0) return []
  const rows = await versions(db)
    .where('unitId', 'in', [...unitIds])
    .distinctOn('unitId')
    .orderBy('unitId')
    .orderBy(sql`valid_from <= ${on}::date`, 'desc')
    .orderBy(sql`CASE WHEN valid_from <= ${on}::date THEN valid_from END`, 'desc')
    .orderBy('validFrom')
    .execute()
  return rows.map(placedUnit)
}

/** Every version of one unit, oldest first. */
export async function historyOf(db: Database, unitId: UnitId): Promise<PlacedUnit[]> {
  const rows = await versions(db).where('unitId', '=', unitId).orderBy('validFrom').execute()
  return rows.map(placedUnit)
}

/** Units of a day whose title or code holds every one of the folded words; those that hold them as one phrase first. */
export async function searchUnits(
  db: Database,
  wanted: { on: Day; words: readonly string[]; levels: readonly Level[]; paths: readonly UnitPath[]; limit: number },
): Promise<PlacedUnit[]> {
  let query = versions(db).where(holdsOn(wanted.on)).where(isBelow(wanted.paths))
  for (const word of wanted.words) query = query.where(sql<SqlBool>`strpos(folded, ${word}) > 0`)
  if (wanted.levels.length > 0) query = query.where('level', 'in', [...wanted.levels])
  const holdsPhrase = sql<boolean>`strpos(' ' || folded || ' ', ${` ${wanted.words.join(' ')} `}) > 0`
  const rows = await query
    .orderBy(holdsPhrase, 'desc')
    .orderBy(sql`nlevel(path)`)
    .orderBy('folded')
    .orderBy('code')
    .limit(wanted.limit)
    .execute()
  return rows.map(placedUnit)
}

export async function successionsOf(db: Database, unitId: UnitId): Promise<Succession[]> {
  return db
    .withTables<TerritoryTables>()
    .selectFrom('territory.succession')
    .select(['oldUnitId', 'newUnitId', 'kind', 'weight', 'legalAct'])
    .select(day('takesEffectOn').as('takesEffectOn'))
    .where(({ eb, or }) => or([eb('oldUnitId', '=', unitId), eb('newUnitId', '=', unitId)]))
    .orderBy('takesEffectOn')
    .execute()
}

export async function revisionOf(db: Database, unitId: UnitId): Promise<number | null> {
  const row = await db
    .withTables<TerritoryTables>()
    .selectFrom('territory.unit')
    .select('revision')
    .where('id', '=', unitId)
    .executeTakeFirst()
  return row?.revision ?? null
}

/** Ends the version that began on a day; what the unit was until then stays. */
export async function endVersion(
  tx: Transaction,
  { unitId, validFrom, endsOn }: { unitId: UnitId; validFrom: Day; endsOn: Day },
): Promise<void> {
  const db = tx.withTables<TerritoryTables>()
  await db
    .updateTable('territory.unitVersion')
    .set({ validTo: endsOn })
    .where('unitId', '=', unitId)
    .where('validFrom', '=', validFrom)
    .execute()
  await db.updateTable('territory.unit').set({ revision: sql`revision + 1` }).where('id', '=', unitId).execute()
}

export async function insertSuccession(tx: Transaction, succession: Succession): Promise<void> {
  const legalAct = sql`${JSON.stringify(succession.legalAct)}::jsonb` as never
  await tx
    .withTables<TerritoryTables>()
    .insertInto('territory.succession')
    .values({ ...succession, legalAct })
    .execute()
}

const batch = 1000

/**
 * Writes versions: one that begins on the same day as a stored one replaces it, another ends the one that held until
 * then. Units and codes that are new are made. The caller holds the tree lock and has checked the plan.
 */
export async function saveVersions(tx: Transaction, placed: readonly PlacedUnit[]): Promise<void> {
  for (let from = 0; from < placed.length; from += batch) await saveBatch(tx, placed.slice(from, from + batch))
}

async function saveBatch(tx: Transaction, placed: readonly PlacedUnit[]): Promise<void> {
  const db = tx.withTables<TerritoryTables>()
  await db
    .insertInto('territory.unit')
    .values(placed.map(({ unit }) => ({ id: unit.unitId, revision: 1 })))
    .onConflict(conflict => conflict.column('id').doUpdateSet({ revision: sql`unit.revision + 1` }))
    .execute()
  await db
    .insertInto('territory.unitCode')
    .values(placed.map(({ unit }) => ({ code: unit.code, unitId: unit.unitId })))
    .onConflict(conflict => conflict.column('code').doNothing())
    .execute()
  const ids = placed.map(({ unit }) => unit.unitId)
  const days = placed.map(({ unit }) => unit.validFrom)
  await sql`
    UPDATE territory.unit_version AS version SET valid_to = next.valid_from
    FROM unnest(${ids}::text[], ${days}::text[]::date[]) AS next (unit_id, valid_from)
    WHERE version.unit_id = next.unit_id AND version.valid_from < next.valid_from
      AND (version.valid_to IS NULL OR version.valid_to > next.valid_from)`.execute(tx)
  await db
    .insertInto('territory.unitVersion')
    .values(placed.map(rowOf))
    .onConflict(conflict =>
      conflict.columns(['unitId', 'validFrom']).doUpdateSet(({ ref }) => ({
        parentId: ref('excluded.parentId'),
        path: ref('excluded.path'),
        level: ref('excluded.level'),
        kind: ref('excluded.kind'),
        name: ref('excluded.name'),
        code: ref('excluded.code'),
        folded: ref('excluded.folded'),
        households: ref('excluded.households'),
        latitude: ref('excluded.latitude'),
        longitude: ref('excluded.longitude'),
        legalAct: ref('excluded.legalAct'),
      })),
    )
    .execute()
}

function rowOf({ unit, path }: PlacedUnit) {
  const { place, legalAct, ...rest } = unit
  return {
    ...rest,
    path: path.join('.'),
    folded: foldVietnamese(`${unitTitle(unit)} ${unit.code}`),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    legalAct: sql`${legalAct === null ? null : JSON.stringify(legalAct)}::jsonb` as never,
  }
}
