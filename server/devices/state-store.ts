import type { RefusalReport } from '@nguon/contract/devices'
import type { Telemetry } from '@nguon/domain/devices'
import { type DeviceId, type Id, type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type StateTables = {
  'devices.state': { deviceId: DeviceId; lastSeenAt: Date; telemetry: Telemetry }
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

/** The newest word of many devices in one statement; an older one never goes over a newer. */
export async function saveStates(
  db: Database,
  states: readonly { deviceId: DeviceId; lastSeenAt: Instant; telemetry: Telemetry }[],
): Promise<void> {
  if (states.length === 0) return
  await tables(db)
    .insertInto('devices.state')
    .columns(['deviceId', 'lastSeenAt', 'telemetry'])
    .expression(
      sql`SELECT s.device_id, to_timestamp(s.seen / 1000.0), s.telemetry
          FROM jsonb_to_recordset(${JSON.stringify(
            states.map(state => ({ device_id: state.deviceId, seen: state.lastSeenAt, telemetry: state.telemetry })),
          )}::jsonb) AS s(device_id text, seen double precision, telemetry jsonb)
          JOIN devices.device d ON d.id = s.device_id` as never,
    )
    .onConflict(conflict =>
      conflict.column('deviceId').doUpdateSet(eb => ({
        lastSeenAt: eb.ref('excluded.lastSeenAt'),
        telemetry: eb.ref('excluded.telemetry'),
      })),
    )
    .execute()
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
