import { type LastWord, type silenceLimits } from '@nguon/domain/alarms'
import { type DeviceId, type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { sql } from 'kysely'

interface LastWordRow {
  deviceId: DeviceId
  kind: 'speaker' | 'board'
  claimedAt: Date
  lastSeenAt: Date | null
  lineupIssuedAt: number | null
  lastTestAt: Date | null
}

const heard = sql`greatest(coalesce(s.last_seen_at, d.claimed_at), d.claimed_at)`

const standing = (kind: string) => sql`
  EXISTS (SELECT FROM alarms.alarm AS a WHERE a.device_id = d.id AND a.kind = ${kind} AND a.closed_at IS NULL
    AND a.cleared_at IS NULL)`

/** The devices whose last word is too old for something that no alarm says yet, or says too lightly. */
export async function overdueDevices(db: Database, limits: ReturnType<typeof silenceLimits>): Promise<LastWord[]> {
  const at = (limit: Instant) => sql`${new Date(limit)}::timestamptz`
  const { rows } = await sql<LastWordRow>`
    SELECT d.id AS device_id, d.kind, d.claimed_at, s.last_seen_at,
      (s.telemetry->>'lineupIssuedAt')::double precision AS lineup_issued_at,
      (SELECT max(t.at) FROM alarms.self_test AS t WHERE t.device_id = d.id) AS last_test_at
    FROM devices.device AS d LEFT JOIN devices.state AS s ON s.device_id = d.id
    WHERE d.claimed_at IS NOT NULL AND d.retired_at IS NULL AND (
      (${heard} <= ${at(limits.silent)} AND NOT ${standing('silent')})
      OR (${heard} <= ${at(limits.longSilent)} AND NOT EXISTS (SELECT FROM alarms.alarm AS a
        WHERE a.device_id = d.id AND a.kind = 'silent' AND a.closed_at IS NULL AND a.severity = 3))
      OR (${heard} > ${at(limits.silent)} AND d.claimed_at <= ${at(limits.lineup)}
        AND s.telemetry->>'lineupIssuedAt' IS NULL AND NOT ${standing('lineupOld')})
      OR (${heard} > ${at(limits.silent)} AND d.kind = 'speaker' AND d.claimed_at <= ${at(limits.selfTest)}
        AND NOT EXISTS (SELECT FROM alarms.self_test AS t WHERE t.device_id = d.id AND t.at > ${at(limits.selfTest)})
        AND NOT ${standing('selfTestOverdue')}))`.execute(db)
  const instantOf = (date: Date | null) => (date ? instant(date.getTime()) : null)
  return rows.map(row => ({
    deviceId: row.deviceId,
    kind: row.kind,
    claimedAt: instant(row.claimedAt.getTime()),
    lastSeenAt: instantOf(row.lastSeenAt),
    lineupIssuedAt: row.lineupIssuedAt === null ? null : instant(Math.round(row.lineupIssuedAt)),
    lastTestAt: instantOf(row.lastTestAt),
  }))
}

/** The units of devices that may have alarms: claimed and in use. */
export async function unitsOfDevices(db: Database, deviceIds: readonly DeviceId[]): Promise<Map<DeviceId, UnitId>> {
  if (deviceIds.length === 0) return new Map()
  const { rows } = await sql<{ id: DeviceId; unitId: UnitId }>`
    SELECT id, unit_id FROM devices.device WHERE id = ANY(${[...deviceIds]}::text[]) AND retired_at IS NULL`.execute(db)
  return new Map(rows.map(({ id, unitId }) => [id, unitId]))
}

/** How many devices each unit has itself. */
export async function devicesByUnit(db: Database): Promise<Map<UnitId, number>> {
  const { rows } = await sql<{ unitId: UnitId; devices: number }>`
    SELECT unit_id, count(*)::int AS devices FROM devices.device
    WHERE claimed_at IS NOT NULL AND retired_at IS NULL GROUP BY 1`.execute(db)
  return new Map(rows.map(({ unitId, devices }) => [unitId, devices]))
}
