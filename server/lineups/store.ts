import { type AudienceId, type DeviceId, type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

interface AudienceRow {
  id: AudienceId
  unitId: UnitId
  version: number
  issuedAt: Date
  validUntil: Date
  contentSha256: string
  kid: string
  jws: string
}

type LineupTables = {
  'lineups.audience': AudienceRow
  'lineups.member': { deviceId: DeviceId; audienceId: AudienceId }
  'lineups.planned_item': { audienceId: AudienceId; startsAt: Date }
  'lineups.planned_tree': { unitId: UnitId; treeSha256: string }
}

export interface StoredAudience extends Omit<AudienceRow, 'issuedAt' | 'validUntil'> {
  readonly issuedAt: Instant
  readonly validUntil: Instant
  readonly deviceIds: readonly DeviceId[]
}

const tables = (db: Database) => db.withTables<LineupTables>()

const audienceOf = (row: AudienceRow, deviceIds: readonly DeviceId[]): StoredAudience => ({
  ...row,
  issuedAt: instant(row.issuedAt.getTime()),
  validUntil: instant(row.validUntil.getTime()),
  deviceIds,
})

/** Only one plan of a unit is made at a time, whichever process makes it. */
export async function holdUnitLock(tx: Transaction, unitId: UnitId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(7305140, hashtext(${unitId}))`.execute(tx)
}

/**
 * Higher than every version before, and never lower than the milliseconds of now: a database that was restored from an
 * older backup goes on above what devices have seen since.
 */
export async function nextVersion(tx: Transaction, now: Instant): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT lineups.next_version(${now}::bigint) AS version`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the sequence gave no version')
  return row.version
}

export async function audiencesOfUnit(db: Database, unitId: UnitId): Promise<StoredAudience[]> {
  const rows = await tables(db)
    .selectFrom('lineups.audience')
    .selectAll('lineups.audience')
    .select(
      sql<
        DeviceId[]
      >`ARRAY(SELECT device_id FROM lineups.member WHERE audience_id = lineups.audience.id ORDER BY 1)`.as('deviceIds'),
    )
    .where('unitId', '=', unitId)
    .execute()
  return rows.map(({ deviceIds, ...row }) => audienceOf(row, deviceIds))
}

export async function audienceOfDevice(db: Database, deviceId: DeviceId): Promise<StoredAudience | null> {
  const row = await tables(db)
    .selectFrom('lineups.member')
    .innerJoin('lineups.audience', 'lineups.audience.id', 'lineups.member.audienceId')
    .selectAll('lineups.audience')
    .where('lineups.member.deviceId', '=', deviceId)
    .executeTakeFirst()
  return row ? audienceOf(row, [deviceId]) : null
}

/** Every device with the line-up it should have, of one unit or of all, for telling them anew. */
export async function pointersOf(
  db: Database,
  unitId: UnitId | null,
): Promise<{ deviceId: DeviceId; audienceId: AudienceId; version: number }[]> {
  const pointers = tables(db)
    .selectFrom('lineups.member')
    .innerJoin('lineups.audience', 'lineups.audience.id', 'lineups.member.audienceId')
    .select(['lineups.member.deviceId', 'lineups.audience.id as audienceId', 'lineups.audience.version'])
  return (unitId === null ? pointers : pointers.where('lineups.audience.unitId', '=', unitId)).execute()
}

export async function saveAudience(tx: Transaction, audience: StoredAudience): Promise<void> {
  const { deviceIds, ...rest } = audience
  const row = { ...rest, issuedAt: new Date(audience.issuedAt), validUntil: new Date(audience.validUntil) }
  await tables(tx)
    .insertInto('lineups.audience')
    .values(row)
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute()
  if (deviceIds.length === 0) return
  await tables(tx)
    .insertInto('lineups.member')
    .values(deviceIds.map(deviceId => ({ deviceId, audienceId: audience.id })))
    .onConflict(conflict => conflict.column('deviceId').doUpdateSet({ audienceId: audience.id }))
    .execute()
}

/** Audiences of the unit that no longer exist: nobody is left in them. Their past items stay. */
export async function removeAudiences(tx: Transaction, ids: readonly AudienceId[], now: Instant): Promise<void> {
  if (ids.length === 0) return
  await tables(tx)
    .deleteFrom('lineups.planned_item')
    .where('audienceId', 'in', [...ids])
    .where('startsAt', '>', new Date(now))
    .execute()
  await tables(tx)
    .deleteFrom('lineups.member')
    .where('audienceId', 'in', [...ids])
    .execute()
  await tables(tx)
    .deleteFrom('lineups.audience')
    .where('id', 'in', [...ids])
    .execute()
}

/** The line-ups the devices had are none of theirs; for those who stay they are issued anew. */
export async function leaveAudiences(tx: Transaction, deviceIds: readonly DeviceId[]): Promise<void> {
  const left = tables(tx).selectFrom('lineups.member').select('audienceId').where('deviceId', 'in', deviceIds)
  await tables(tx)
    .updateTable('lineups.audience')
    .set({ issuedAt: new Date(0) })
    .where('id', 'in', left)
    .execute()
  await tables(tx).deleteFrom('lineups.member').where('deviceId', 'in', deviceIds).execute()
}

export async function savePlannedTree(tx: Transaction, unitId: UnitId, treeSha256: string): Promise<void> {
  await tables(tx)
    .insertInto('lineups.planned_tree')
    .values({ unitId, treeSha256 })
    .onConflict(conflict => conflict.column('unitId').doUpdateSet({ treeSha256 }))
    .execute()
}

export async function plannedTrees(db: Database): Promise<{ unitId: UnitId; treeSha256: string }[]> {
  return tables(db).selectFrom('lineups.planned_tree').selectAll().execute()
}

/** Units with a line-up issued before the instant: theirs are to be made anew before they run out. */
export async function unitsIssuedBefore(db: Database, at: Instant): Promise<UnitId[]> {
  const rows = await tables(db)
    .selectFrom('lineups.audience')
    .select('unitId')
    .distinct()
    .where('issuedAt', '<', new Date(at))
    .execute()
  return rows.map(row => row.unitId)
}

/**
 * Has the line-up of a device issued anew at the next plan, unless it was issued after the instant. Gives the unit to plan.
 */
export async function expireLineup(tx: Transaction, deviceId: DeviceId, before: Instant): Promise<UnitId | null> {
  const row = await tables(tx)
    .updateTable('lineups.audience')
    .set({ issuedAt: new Date(0) })
    .where('id', 'in', eb => eb.selectFrom('lineups.member').select('audienceId').where('deviceId', '=', deviceId))
    .where('issuedAt', '<', new Date(before))
    .returning('unitId')
    .executeTakeFirst()
  return row?.unitId ?? null
}

/** When the oldest line-up somebody plays from was issued; null while there is none. */
export async function oldestIssuedAt(db: Database): Promise<Instant | null> {
  const row = await tables(db)
    .selectFrom('lineups.audience')
    .select(({ fn }) => fn.min('issuedAt').as('oldest'))
    .where('id', 'in', eb => eb.selectFrom('lineups.member').select('audienceId'))
    .executeTakeFirst()
  return row?.oldest ? instant(row.oldest.getTime()) : null
}
