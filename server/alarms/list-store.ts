import { type Alarm, type AlarmKind, standingOf } from '@nguon/domain/alarms'
import { type DeviceId, type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { type RawBuilder, sql } from 'kysely'
import { alarmOf, type AlarmRow } from './store.ts'

/** As a list shows it; `rank` says where it stands in the list. */
export interface ListedAlarm extends Alarm {
  readonly deviceName: string | null
  readonly standing: ReturnType<typeof standingOf>
  readonly rank: number
}

type ListedRow = AlarmRow & { deviceName: string | null; rank: number }

function listed({ deviceName, rank, ...row }: ListedRow): ListedAlarm {
  const alarm = alarmOf(row)
  return { ...alarm, deviceName, rank, standing: standingOf(alarm) }
}

const all = sql<boolean>`true`
const anyOf = (unitIds: readonly UnitId[]) => sql`ANY(${[...unitIds]}::text[])`

/** Rule A6.4: of what stands for something here, the topmost that lies here. */
const isTopmost = (unitIds: RawBuilder<unknown>) => sql<boolean>`
  NOT EXISTS (SELECT FROM alarms.alarm AS s WHERE s.id = a.summary_id AND s.closed_at IS NULL AND s.unit_id = ${unitIds})`

/** What nobody has acknowledged comes first, then the graver, then the older. */
const rank = sql<number>`(CASE WHEN a.acknowledged_at IS NULL THEN 0 ELSE 10 END) + 3 - a.severity`

export interface AlarmQuery {
  readonly unitIds: readonly UnitId[]
  readonly kind: AlarmKind | null
  readonly since: Instant | null
  readonly limit: number
}

function wantedAs({ kind, since }: AlarmQuery): RawBuilder<unknown> {
  const ofKind = kind ? sql`a.kind = ${kind}` : all
  return sql`${ofKind} AND ${since === null ? all : sql`a.renewed_at >= ${new Date(since)}`}`
}

const selected = sql`a.*, d.name AS device_name, ${rank} AS rank`
const source = sql`alarms.alarm AS a LEFT JOIN devices.device AS d ON d.id = a.device_id`

export async function findStanding(
  db: Database,
  wanted: AlarmQuery,
  after: { rank: number; openedAt: number; id: string } | null,
): Promise<ListedAlarm[]> {
  const beyond = after
    ? sql`(${rank}, a.opened_at, a.id) > (${after.rank}, ${new Date(after.openedAt)}::timestamptz, ${after.id})`
    : all
  const { rows } = await sql<ListedRow>`
    SELECT ${selected} FROM ${source}
    WHERE a.closed_at IS NULL AND a.unit_id = ${anyOf(wanted.unitIds)} AND ${wantedAs(wanted)}
      AND ${isTopmost(anyOf(wanted.unitIds))} AND ${beyond}
    ORDER BY ${rank}, a.opened_at, a.id LIMIT ${wanted.limit}`.execute(db)
  return rows.map(listed)
}

export async function findClosed(
  db: Database,
  wanted: AlarmQuery,
  after: { closedAt: number; id: string } | null,
): Promise<ListedAlarm[]> {
  const beyond = after ? sql`(a.closed_at, a.id) < (${new Date(after.closedAt)}::timestamptz, ${after.id})` : all
  const { rows } = await sql<ListedRow>`
    SELECT ${selected} FROM ${source}
    WHERE a.closed_at IS NOT NULL AND a.unit_id = ${anyOf(wanted.unitIds)} AND ${wantedAs(wanted)} AND ${beyond}
    ORDER BY a.closed_at DESC, a.id DESC LIMIT ${wanted.limit}`.execute(db)
  return rows.map(listed)
}

/** All there was of one device, the newest first. */
export async function findOfDevice(
  db: Database,
  deviceId: DeviceId,
  limit: number,
  after: { openedAt: number; id: string } | null,
): Promise<ListedAlarm[]> {
  const beyond = after ? sql`(a.opened_at, a.id) < (${new Date(after.openedAt)}::timestamptz, ${after.id})` : all
  const { rows } = await sql<ListedRow>`
    SELECT ${selected} FROM ${source} WHERE a.device_id = ${deviceId} AND ${beyond}
    ORDER BY a.opened_at DESC, a.id DESC LIMIT ${limit}`.execute(db)
  return rows.map(listed)
}

export interface AlarmCounts {
  readonly waiting: number
  readonly urgent: number
  readonly acknowledged: number
}

/** What stands in each of the units itself, as it is seen from all of them together. */
export async function countByUnit(
  db: Database,
  unitIds: readonly UnitId[],
): Promise<(AlarmCounts & { unitId: UnitId })[]> {
  const { rows } = await sql<AlarmCounts & { unitId: UnitId }>`
    SELECT a.unit_id, (count(*) FILTER (WHERE a.acknowledged_at IS NULL))::int AS waiting,
      (count(*) FILTER (WHERE a.acknowledged_at IS NULL AND a.severity = 3))::int AS urgent,
      (count(*) FILTER (WHERE a.acknowledged_at IS NOT NULL))::int AS acknowledged
    FROM alarms.alarm AS a
    WHERE a.closed_at IS NULL AND a.unit_id = ${anyOf(unitIds)} AND ${isTopmost(anyOf(unitIds))}
    GROUP BY 1`.execute(db)
  return rows
}

/** How many alarms wait for the people of each unit, as each sees them by itself. */
export async function countWaiting(db: Database, unitIds: readonly UnitId[]): Promise<Map<UnitId, number>> {
  if (unitIds.length === 0) return new Map()
  const { rows } = await sql<{ unitId: UnitId; waiting: number }>`
    SELECT a.unit_id, count(*)::int AS waiting FROM alarms.alarm AS a
    WHERE a.closed_at IS NULL AND a.acknowledged_at IS NULL AND a.unit_id = ${anyOf(unitIds)}
      AND ${isTopmost(sql`a.unit_id`)}
    GROUP BY 1`.execute(db)
  return new Map(rows.map(({ unitId, waiting }) => [unitId, waiting]))
}

/** The devices of these units about which an alarm stands. */
export async function devicesInTrouble(db: Database, unitIds: readonly UnitId[]): Promise<DeviceId[]> {
  const { rows } = await sql<{ deviceId: DeviceId }>`
    SELECT DISTINCT device_id FROM alarms.alarm
    WHERE closed_at IS NULL AND device_id IS NOT NULL AND unit_id = ${anyOf(unitIds)}`.execute(db)
  return rows.map(({ deviceId }) => deviceId)
}

/** When somebody acknowledged what was told at this instant; null while nobody has. */
export async function acknowledgementAfter(
  db: Database,
  deviceId: DeviceId,
  kind: AlarmKind,
  at: Instant,
): Promise<Instant | null> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT min(acknowledged_at) AS at FROM alarms.alarm
    WHERE device_id = ${deviceId} AND kind = ${kind} AND acknowledged_at >= ${new Date(at)}`.execute(db)
  const found = rows[0]?.at
  return found ? instant(found.getTime()) : null
}
