import type { PastMove } from '@nguon/domain/assignments'
import { type DeviceId, type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

interface AssignmentRow {
  deviceId: DeviceId
  version: number
  formerUnitId: UnitId
  unitId: UnitId
  villageId: UnitId | null
  decidedAt: Date
  confirmedAt: Date | null
}

export interface StoredAssignment extends PastMove {
  readonly deviceId: DeviceId
  readonly villageId: UnitId | null
  readonly decidedAt: Instant
  readonly confirmedAt: Instant | null
}

const tables = (db: Database) => db.withTables<{ 'assignments.assignment': AssignmentRow }>()

export async function insertAssignment(
  tx: Transaction,
  assignment: Omit<StoredAssignment, 'confirmedAt'>,
): Promise<void> {
  const row = { ...assignment, decidedAt: new Date(assignment.decidedAt), confirmedAt: null }
  await tables(tx).insertInto('assignments.assignment').values(row).execute()
}

/** The newest first. */
export async function movesOfDevice(db: Database, deviceId: DeviceId): Promise<StoredAssignment[]> {
  const rows = await tables(db)
    .selectFrom('assignments.assignment')
    .selectAll()
    .where('deviceId', '=', deviceId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(row => ({
    ...row,
    decidedAt: instant(row.decidedAt.getTime()),
    confirmedAt: row.confirmedAt && instant(row.confirmedAt.getTime()),
  }))
}

/** The decisions their devices have not confirmed, of one unit or of all; of each device the newest alone. */
export async function unconfirmedAssignments(
  db: Database,
  unitId: UnitId | null,
): Promise<{ deviceId: DeviceId; version: number }[]> {
  const { rows } = await sql<{ deviceId: DeviceId; version: number }>`
    SELECT a.device_id, a.version FROM assignments.assignment AS a
    WHERE a.confirmed_at IS NULL AND (${unitId}::text IS NULL OR a.unit_id = ${unitId})
      AND NOT EXISTS (SELECT FROM assignments.assignment AS newer
        WHERE newer.device_id = a.device_id AND newer.version > a.version)`.execute(db)
  return rows
}

/** What devices say they obey, each told again and again: only the first word counts. */
export async function confirmAssignments(
  tx: Transaction,
  said: readonly { readonly deviceId: DeviceId; readonly version: number; readonly at: Instant }[],
): Promise<void> {
  const rows = JSON.stringify(said.map(({ deviceId, version, at }) => ({ device_id: deviceId, version, at })))
  await sql`
    UPDATE assignments.assignment AS stored SET confirmed_at = to_timestamp(said.at / 1000.0)
    FROM jsonb_to_recordset(${rows}::jsonb) AS said(device_id text, version bigint, at double precision)
    WHERE stored.confirmed_at IS NULL AND stored.device_id = said.device_id AND stored.version = said.version`.execute(
    tx,
  )
}
