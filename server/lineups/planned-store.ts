import type { LineupItem } from '@nguon/domain/lineups'
import {
  type AudienceId,
  type BulletinId,
  type DeviceId,
  type Instant,
  instant,
  type UnitId,
} from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql, type SqlBool } from 'kysely'
import type { StoredAudience } from './store.ts'

interface PlannedItemRow {
  unitId: UnitId
  audienceId: AudienceId
  itemId: string
  slotId: LineupItem['slotId']
  title: string
  class: LineupItem['class']
  startsAt: Date
  endsAt: Date
  mediaSha256: LineupItem['rendition']['mediaSha256']
  bulletinIds: readonly string[]
  devices: number
}

type PlannedTables = {
  'lineups.planned_item': PlannedItemRow
  'lineups.member': { deviceId: DeviceId; audienceId: AudienceId }
}

export interface PlannedItem extends Omit<PlannedItemRow, 'startsAt' | 'endsAt' | 'bulletinIds'> {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly bulletinIds: readonly BulletinId[]
}

const tables = (db: Database) => db.withTables<PlannedTables>()

/** What is still to come is replaced; what has begun stays as it was planned. */
export async function replacePlannedItems(
  tx: Transaction,
  audience: Pick<StoredAudience, 'id' | 'unitId' | 'deviceIds'>,
  items: readonly LineupItem[],
  now: Instant,
): Promise<void> {
  await tables(tx)
    .deleteFrom('lineups.planned_item')
    .where('audienceId', '=', audience.id)
    .where('startsAt', '>', new Date(now))
    .execute()
  const rows = items.map(item => ({
    unitId: audience.unitId,
    audienceId: audience.id,
    itemId: item.id,
    slotId: item.slotId,
    title: item.title,
    class: item.class,
    startsAt: new Date(item.startsAt),
    endsAt: new Date(item.endsAt),
    mediaSha256: item.rendition.mediaSha256,
    bulletinIds: [...item.bulletinIds],
    devices: audience.deviceIds.length,
  }))
  for (let from = 0; from < rows.length; from += 500) {
    await tables(tx)
      .insertInto('lineups.planned_item')
      .values(rows.slice(from, from + 500))
      .onConflict(conflict => conflict.columns(['audienceId', 'itemId']).doNothing())
      .execute()
  }
}

export async function plannedItems(
  db: Database,
  unitIds: readonly UnitId[],
  from: Instant,
  until: Instant,
): Promise<PlannedItem[]> {
  if (unitIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('lineups.planned_item')
    .selectAll()
    .where('unitId', 'in', [...unitIds])
    .where('startsAt', '>=', new Date(from))
    .where('startsAt', '<', new Date(until))
    .orderBy('startsAt')
    .execute()
  return rows.map(row => ({
    ...row,
    bulletinIds: row.bulletinIds as BulletinId[],
    startsAt: instant(row.startsAt.getTime()),
    endsAt: instant(row.endsAt.getTime()),
  }))
}

/** The devices that share the line-ups the item was planned in. */
export async function devicesOfItem(db: Database, unitIds: readonly UnitId[], itemId: string): Promise<DeviceId[]> {
  if (unitIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('lineups.planned_item as item')
    .innerJoin('lineups.member as member', 'member.audienceId', 'item.audienceId')
    .select('member.deviceId')
    .distinct()
    .where('item.unitId', 'in', [...unitIds])
    .where('item.itemId', '=', itemId)
    .execute()
  return rows.map(({ deviceId }) => deviceId)
}

/** What one device will play in the span. */
export async function plannedForDevice(
  db: Database,
  deviceId: DeviceId,
  from: Instant,
  until: Instant,
): Promise<Pick<PlannedItem, 'itemId' | 'title' | 'startsAt'>[]> {
  const rows = await tables(db)
    .selectFrom('lineups.planned_item as item')
    .innerJoin('lineups.member as member', 'member.audienceId', 'item.audienceId')
    .select(['item.itemId', 'item.title', 'item.startsAt'])
    .where('member.deviceId', '=', deviceId)
    .where('item.startsAt', '>=', new Date(from))
    .where('item.startsAt', '<', new Date(until))
    .orderBy('item.startsAt')
    .execute()
  return rows.map(row => ({ ...row, startsAt: instant(row.startsAt.getTime()) }))
}

/** Items still to come in the line-ups of these devices, each counted once. */
export async function countComing(db: Database, deviceIds: readonly DeviceId[], now: Instant): Promise<number> {
  if (deviceIds.length === 0) return 0
  const { count } = await tables(db)
    .selectFrom('lineups.planned_item as item')
    .innerJoin('lineups.member as member', 'member.audienceId', 'item.audienceId')
    .select(sql<number>`count(DISTINCT item.item_id)::int`.as('count'))
    .where('member.deviceId', 'in', deviceIds)
    .where('item.startsAt', '>', new Date(now))
    .executeTakeFirstOrThrow()
  return count
}

/** What these devices will play in the span, in order of start: a line for each line-up, `devices` being those of them. */
export async function plannedOnDevices(
  db: Database,
  deviceIds: readonly DeviceId[],
  from: Instant,
  until: Instant,
): Promise<PlannedItem[]> {
  const rows = await tables(db)
    .selectFrom('lineups.planned_item as item')
    .innerJoin(
      tables(db)
        .selectFrom('lineups.member')
        .select(['audienceId', sql<number>`count(*)::int`.as('members')])
        .where(sql<SqlBool>`device_id = ANY (${[...deviceIds]}::text[])`)
        .groupBy('audienceId')
        .as('audience'),
      'audience.audienceId',
      'item.audienceId',
    )
    .selectAll('item')
    .select('audience.members')
    .where('item.startsAt', '>=', new Date(from))
    .where('item.startsAt', '<', new Date(until))
    .orderBy('item.startsAt')
    .orderBy('item.itemId')
    .execute()
  return rows.map(({ members, ...row }) => ({
    ...row,
    devices: members,
    bulletinIds: row.bulletinIds as BulletinId[],
    startsAt: instant(row.startsAt.getTime()),
    endsAt: instant(row.endsAt.getTime()),
  }))
}
