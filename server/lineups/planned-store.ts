import { type DeviceId, type Instant, instant } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { sql, type SqlBool } from 'kysely'
import type { PlannedItem } from './store.ts'

type PlannedTables = {
  'lineups.plannedItem': Omit<PlannedItem, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }
  'lineups.member': { deviceId: DeviceId; audienceId: string }
}

/** What these devices will play in the span: a line for each device, in order of start. */
export async function plannedOnDevices(
  db: Database,
  deviceIds: readonly DeviceId[],
  from: Instant,
  until: Instant,
): Promise<PlannedItem[]> {
  const rows = await db
    .withTables<PlannedTables>()
    .selectFrom('lineups.plannedItem as item')
    .innerJoin('lineups.member as member', 'member.audienceId', 'item.audienceId')
    .selectAll('item')
    .where(sql<SqlBool>`member.device_id = ANY (${[...deviceIds]}::text[])`)
    .where('item.startsAt', '>=', new Date(from))
    .where('item.startsAt', '<', new Date(until))
    .orderBy('item.startsAt')
    .orderBy('item.itemId')
    .execute()
  return rows.map(row => ({
    ...row,
    devices: 1,
    startsAt: instant(row.startsAt.getTime()),
    endsAt: instant(row.endsAt.getTime()),
  }))
}
