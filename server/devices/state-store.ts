import type { RefusalReport } from '@nguon/contract/devices'
import { lostAfterMilliseconds, type Telemetry } from '@nguon/domain/devices'
import { type DeviceId, type Id, type Instant, instant, type Span } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type StateTables = {
  'devices.outage': { deviceId: DeviceId; startsAt: Date; endsAt: Date }
  'devices.refusal': {
    id: Id<'deviceRefusal'>
    deviceId: DeviceId
    at: Date
    subject: string
    fault: string
    detail: string
    receivedAt: Date
  }
}

const tables = (db: Database) => db.withTables<StateTables>()

/**
 * The newest word of many devices in one statement; an older one never goes over a newer. A device that comes back after
 * so long that it was lost leaves behind the outage that is over: once, whoever hears it and however often.
 */
export async function saveStates(
  db: Database,
  states: readonly { deviceId: DeviceId; lastSeenAt: Instant; telemetry: Telemetry }[],
): Promise<void> {
  if (states.length === 0) return
  const heard = JSON.stringify(
    states.map(state => ({ device_id: state.deviceId, seen: state.lastSeenAt, telemetry: state.telemetry })),
  )
  await sql`
    WITH heard AS (
      SELECT d.id AS device_id, to_timestamp(h.seen / 1000.0) AS seen_at, h.telemetry,
        greatest(s.last_seen_at, d.claimed_at) AS before_at
      FROM jsonb_to_recordset(${heard}::jsonb) AS h(device_id text, seen double precision, telemetry jsonb)
      JOIN devices.device AS d ON d.id = h.device_id LEFT JOIN devices.state AS s ON s.device_id = d.id
    ), outages AS (
      INSERT INTO devices.outage (device_id, starts_at, ends_at)
      SELECT device_id, before_at, seen_at FROM heard
      WHERE seen_at - before_at > ${lostAfterMilliseconds}::double precision * interval '1 millisecond'
      ON CONFLICT DO NOTHING
    )
    INSERT INTO devices.state AS stored (device_id, last_seen_at, telemetry)
    SELECT device_id, seen_at, telemetry FROM heard
    ON CONFLICT (device_id) DO UPDATE SET
      last_seen_at = greatest(stored.last_seen_at, excluded.last_seen_at),
      telemetry = CASE WHEN excluded.last_seen_at < stored.last_seen_at THEN stored.telemetry ELSE excluded.telemetry END`.execute(
    db,
  )
}

/** The outages of each device that reach into a span, in order. */
export async function outagesWithin(
  db: Database,
  deviceIds: readonly DeviceId[],
  { startsAt, endsAt }: Span,
): Promise<Map<DeviceId, Span[]>> {
  // As arrays: of a province these can be many, and a row for each costs more than what it holds.
  const { rows } = await sql<{ deviceId: DeviceId; spans: [number, number][] }>`
    SELECT device_id, json_agg(json_build_array(
      round(extract(epoch FROM starts_at) * 1000), round(extract(epoch FROM ends_at) * 1000)) ORDER BY starts_at) AS spans
    FROM devices.outage WHERE device_id = ANY(${[...deviceIds]}::text[])
      AND ends_at > ${new Date(startsAt)}::timestamptz AND starts_at < ${new Date(endsAt)}::timestamptz
    GROUP BY device_id`.execute(db)
  return new Map(
    rows.map(({ deviceId, spans }) => [
      deviceId,
      spans.map(([from, until]) => ({ startsAt: instant(from), endsAt: instant(until) })),
    ]),
  )
}

export async function forgetOutages(tx: Transaction, endedBefore: Instant): Promise<void> {
  await tables(tx).deleteFrom('devices.outage').where('endsAt', '<', new Date(endedBefore)).execute()
}

export async function insertRefusals(
  tx: Transaction,
  deviceId: DeviceId,
  refusals: readonly (RefusalReport & { id: Id<'deviceRefusal'> })[],
  receivedAt: Instant,
): Promise<void> {
  await tables(tx)
    .insertInto('devices.refusal')
    .values(
      refusals.map(refusal => ({
        ...refusal,
        at: new Date(refusal.at),
        deviceId,
        receivedAt: new Date(receivedAt),
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function recentRefusals(db: Database, deviceId: DeviceId, limit: number): Promise<RefusalReport[]> {
  const rows = await tables(db)
    .selectFrom('devices.refusal')
    .select(['at', 'subject', 'fault', 'detail'])
    .where('deviceId', '=', deviceId)
    .orderBy('receivedAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...row, at: instant(row.at.getTime()), subject: row.subject as RefusalReport['subject'] }))
}
