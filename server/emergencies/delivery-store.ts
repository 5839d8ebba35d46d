import type { EmergencyReport } from '@nguon/contract/emergencies'
import { deliveryAfter, type DeliveryState, type EmergencyId } from '@nguon/domain/emergencies'
import { type DeviceId, type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

interface DeliveryRow {
  messageId: EmergencyId
  deviceId: DeviceId
  documentVersion: number
  state: DeliveryState
  reason: string | null
  heard: boolean | null
  toldAt: Date | null
}

type DeliveryTables = { 'emergencies.delivery': DeliveryRow }

const tables = (db: Database) => db.withTables<DeliveryTables>()

/** What became of a message on one device. */
export interface Delivery {
  readonly deviceId: DeviceId
  readonly state: DeliveryState
  readonly reason: string | null
  readonly heard: boolean | null
  readonly at: Instant | null
}

export async function insertDeliveries(
  tx: Transaction,
  messageId: EmergencyId,
  documentVersion: number,
  deviceIds: readonly DeviceId[],
): Promise<void> {
  const rows = deviceIds.map(deviceId => ({
    messageId,
    deviceId,
    documentVersion,
    state: 'sent' as const,
    reason: null,
    heard: null,
    toldAt: null,
  }))
  await tables(tx).insertInto('emergencies.delivery').values(rows).execute()
}

export async function deliveriesOf(db: Database, messageId: EmergencyId): Promise<Delivery[]> {
  const rows = await tables(db)
    .selectFrom('emergencies.delivery')
    .select(['deviceId', 'state', 'reason', 'heard', 'toldAt'])
    .where('messageId', '=', messageId)
    .orderBy('deviceId')
    .execute()
  return rows.map(({ toldAt, ...row }) => ({ ...row, at: toldAt && instant(toldAt.getTime()) }))
}

export async function countDeliveries(
  db: Database,
  messageIds: readonly EmergencyId[],
): Promise<Map<EmergencyId, Partial<Record<DeliveryState, number>>>> {
  if (messageIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('emergencies.delivery')
    .select(['messageId', 'state', sql<number>`count(*)::int`.as('count')])
    .where('messageId', 'in', [...messageIds])
    .groupBy(['messageId', 'state'])
    .execute()
  const counts = new Map<EmergencyId, Partial<Record<DeliveryState, number>>>()
  for (const { messageId, state, count } of rows) {
    counts.set(messageId, { ...counts.get(messageId), [state]: count })
  }
  return counts
}

/** What one device tells of those it has; never backwards, and nothing of what was not sent to it. Gives what changed. */
export async function saveReports(
  tx: Transaction,
  deviceId: DeviceId,
  reports: readonly EmergencyReport[],
  now: Instant,
): Promise<{ readonly id: EmergencyId; readonly state: DeliveryState }[]> {
  const known = await tables(tx)
    .selectFrom('emergencies.delivery')
    .select(['messageId', 'state', 'reason', 'heard'])
    .where('deviceId', '=', deviceId)
    .where(
      'messageId',
      'in',
      reports.map(({ id }) => id),
    )
    .forUpdate()
    .execute()
  const changed: { id: EmergencyId; state: DeliveryState }[] = []
  for (const { id, state: told, reason, at, heard } of reports) {
    const before = known.find(({ messageId }) => messageId === id)
    if (!before) continue
    const state = deliveryAfter(before.state, told)
    const newest = state === told
    const after = { state, reason: newest ? reason : before.reason, heard: heard ?? before.heard }
    if (after.state === before.state && after.reason === before.reason && after.heard === before.heard) continue
    await tables(tx)
      .updateTable('emergencies.delivery')
      .set({ ...after, toldAt: new Date(at ?? now) })
      .where('messageId', '=', id)
      .where('deviceId', '=', deviceId)
      .execute()
    changed.push({ id, state })
  }
  return changed
}
