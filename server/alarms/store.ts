import { type Alarm, type AlarmId, alarmSeverities } from '@nguon/domain/alarms'
import { type DeviceId, type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

export interface AlarmRow
  extends Omit<Alarm, 'severity' | 'openedAt' | 'renewedAt' | 'clearedAt' | 'acknowledgedAt' | 'closedAt'> {
  severity: number
  openedAt: Date
  renewedAt: Date
  clearedAt: Date | null
  acknowledgedAt: Date | null
  closedAt: Date | null
  summaryId: AlarmId | null
}

export type AlarmTables = { 'alarms.alarm': AlarmRow }

const tables = (db: Database) => db.withTables<AlarmTables>()
const instantOf = (date: Date | null): Instant | null => (date ? instant(date.getTime()) : null)

export function severityNumber(severity: Alarm['severity']): number {
  return alarmSeverities.indexOf(severity) + 1
}

export function alarmOf({ summaryId: _summary, ...row }: AlarmRow): Alarm {
  return {
    ...row,
    severity: alarmSeverities[row.severity - 1] ?? 'minor',
    openedAt: instant(row.openedAt.getTime()),
    renewedAt: instant(row.renewedAt.getTime()),
    clearedAt: instantOf(row.clearedAt),
    acknowledgedAt: instantOf(row.acknowledgedAt),
    closedAt: instantOf(row.closedAt),
  }
}

/** What stands about these devices. Within a transaction that changes them, `lock` keeps others off until its end. */
export async function standingAlarms(
  db: Database,
  deviceIds: readonly DeviceId[],
  { lock = false }: { lock?: boolean } = {},
): Promise<Alarm[]> {
  if (deviceIds.length === 0) return []
  let query = tables(db)
    .selectFrom('alarms.alarm')
    .selectAll()
    .where(sql<boolean>`device_id = ANY(${[...deviceIds]}::text[])`)
    .where('closedAt', 'is', null)
    .orderBy('id')
  if (lock) query = query.forUpdate()
  return (await query.execute()).map(alarmOf)
}

/** What stands for many devices at once, of every kind. */
export async function standingSummaries(tx: Transaction): Promise<Alarm[]> {
  const rows = await tables(tx)
    .selectFrom('alarms.alarm')
    .selectAll()
    .where('deviceId', 'is', null)
    .where('closedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(alarmOf)
}

const columns = (alarm: Alarm) => ({
  id: alarm.id,
  device_id: alarm.deviceId,
  unit_id: alarm.unitId,
  kind: alarm.kind,
  severity: severityNumber(alarm.severity),
  facts: alarm.facts,
  version: alarm.version,
  occurrences: alarm.occurrences,
  opened: alarm.openedAt,
  renewed: alarm.renewedAt,
  cleared: alarm.clearedAt,
  acknowledged: alarm.acknowledgedAt,
  acknowledged_by: alarm.acknowledgedBy,
  acknowledged_name: alarm.acknowledgedName,
  note: alarm.note,
  closed: alarm.closedAt,
})

const recordset = (alarms: readonly Alarm[]) => sql`
  jsonb_to_recordset(${JSON.stringify(alarms.map(columns))}::jsonb) AS a(
    id text, device_id text, unit_id text, kind text, severity smallint, facts jsonb, version integer,
    occurrences integer, opened double precision, renewed double precision, cleared double precision,
    acknowledged double precision, acknowledged_by text, acknowledged_name text, note text, closed double precision)`

const at = (name: string) => sql`to_timestamp(${sql.ref(`a.${name}`)} / 1000.0)`

/** New ones, in one statement. One that another server opened meanwhile is left as it is. */
export async function insertAlarms(tx: Transaction, alarms: readonly Alarm[]): Promise<void> {
  if (alarms.length === 0) return
  await sql`
    INSERT INTO alarms.alarm (id, device_id, unit_id, kind, severity, facts, version, occurrences,
      opened_at, renewed_at, cleared_at, acknowledged_at, acknowledged_by, acknowledged_name, note, closed_at)
    SELECT a.id, a.device_id, a.unit_id, a.kind, a.severity, a.facts, a.version, a.occurrences, ${at('opened')},
      ${at('renewed')}, ${at('cleared')}, ${at('acknowledged')}, a.acknowledged_by, a.acknowledged_name, a.note, ${at('closed')}
    FROM ${recordset(alarms)}
    ON CONFLICT DO NOTHING`.execute(tx)
}

/** Those the transaction has locked, in one statement. */
export async function updateAlarms(tx: Transaction, alarms: readonly Alarm[]): Promise<void> {
  if (alarms.length === 0) return
  await sql`
    UPDATE alarms.alarm AS stored SET severity = a.severity, facts = a.facts, version = a.version,
      occurrences = a.occurrences, renewed_at = ${at('renewed')}, cleared_at = ${at('cleared')},
      acknowledged_at = ${at('acknowledged')}, acknowledged_by = a.acknowledged_by,
      acknowledged_name = a.acknowledged_name, note = a.note, closed_at = ${at('closed')}
    FROM ${recordset(alarms)} WHERE stored.id = a.id`.execute(tx)
}

/** What stands about the devices is the other unit's from now on, under no summary of the former. */
export async function handOverAlarms(tx: Transaction, deviceIds: readonly DeviceId[], unitId: UnitId): Promise<void> {
  await sql`UPDATE alarms.alarm SET unit_id = ${unitId}, summary_id = NULL, version = version + 1
    WHERE device_id = ANY(${[...deviceIds]}::text[]) AND closed_at IS NULL`.execute(tx)
}

/** The alarms named and all that stand under them, locked. */
export async function alarmsWithUnder(
  tx: Transaction,
  ids: readonly AlarmId[],
): Promise<(Alarm & { named: boolean })[]> {
  const { rows } = await sql<AlarmRow>`
    SELECT * FROM alarms.alarm WHERE closed_at IS NULL AND (id = ANY(${[...ids]}::text[])
      OR summary_id = ANY(${[...ids]}::text[])
      OR summary_id IN (SELECT id FROM alarms.alarm WHERE summary_id = ANY(${[...ids]}::text[])))
    ORDER BY id FOR UPDATE`.execute(tx)
  return rows.map(row => ({ ...alarmOf(row), named: ids.includes(row.id) }))
}

/** The units of alarms, closed ones too; shorter than what was asked for when one does not exist. */
export async function unitsOfAlarms(db: Database, ids: readonly AlarmId[]): Promise<{ id: AlarmId; unitId: UnitId }[]> {
  return tables(db)
    .selectFrom('alarms.alarm')
    .select(['id', 'unitId'])
    .where('id', 'in', [...ids])
    .execute()
}
