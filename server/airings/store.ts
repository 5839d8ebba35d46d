import type { Airing } from '@nguon/domain/airings'
import type { BulletinId, Day, DeviceId, Instant, SlotId, UnitId } from '@nguon/domain/platform'
import { instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

interface AiringRow extends Omit<Airing, 'plannedAt' | 'startedAt' | 'result' | 'contentHashes' | 'bulletinIds'> {
  unitId: UnitId
  contentHashes: readonly string[]
  bulletinIds: readonly string[]
  plannedAt: Date
  startedAt: Date | null
  result: Airing['result']['kind']
  reason: string | null
  receivedAt: Date
}

type AiringTables = {
  'airings.airing': AiringRow
  'airings.log': { deviceId: DeviceId; log: string; acknowledged: number }
  'airings.daily_sum': {
    unitId: UnitId
    day: Date
    channel: string
    result: Airing['result']['kind']
    airings: number
    seconds: number
  }
}

const tables = (db: Database) => db.withTables<AiringTables>()

function reasonOf(result: Airing['result']): string | null {
  switch (result.kind) {
    case 'completed':
      return null
    case 'interrupted':
      return result.by
    case 'missed':
    case 'failed':
    case 'refused':
      return result.reason
  }
}

function resultOf(row: Pick<AiringRow, 'result' | 'reason'>): Airing['result'] {
  const reason = row.reason ?? ''
  switch (row.result) {
    case 'completed':
      return { kind: 'completed' }
    case 'interrupted':
      return { kind: 'interrupted', by: reason }
    case 'missed':
    case 'failed':
    case 'refused':
      return { kind: row.result, reason }
  }
}

function airingOf(row: AiringRow): Airing {
  const { unitId: _unit, reason: _reason, receivedAt: _received, ...rest } = row
  return {
    ...rest,
    contentHashes: row.contentHashes as Airing['contentHashes'],
    bulletinIds: row.bulletinIds as Airing['bulletinIds'],
    plannedAt: instant(row.plannedAt.getTime()),
    startedAt: row.startedAt ? instant(row.startedAt.getTime()) : null,
    result: resultOf(row),
  }
}

/** Stores what is not stored yet, and gives just that: the same airing twice is one airing. */
export async function insertAirings(
  tx: Transaction,
  unitId: UnitId,
  airings: readonly Airing[],
  receivedAt: Instant,
): Promise<Airing[]> {
  const rows = await tables(tx)
    .insertInto('airings.airing')
    .values(
      airings.map(airing => ({
        ...airing,
        unitId,
        contentHashes: [...airing.contentHashes],
        bulletinIds: [...airing.bulletinIds],
        plannedAt: new Date(airing.plannedAt),
        startedAt: airing.startedAt === null ? null : new Date(airing.startedAt),
        result: airing.result.kind,
        reason: reasonOf(airing.result),
        receivedAt: new Date(receivedAt),
      })),
    )
    .onConflict(conflict => conflict.columns(['deviceId', 'log', 'seq']).doNothing())
    .returningAll()
    .execute()
  return rows.map(airingOf)
}

export async function addToDailySums(
  tx: Transaction,
  sums: readonly { unitId: UnitId; day: Day; result: Airing['result']['kind']; airings: number; seconds: number }[],
): Promise<void> {
  for (const sum of sums) {
    await tables(tx)
      .insertInto('airings.daily_sum')
      .values({ ...sum, day: sql<Date>`${sum.day}::date` as never, channel: 'speaker' })
      .onConflict(conflict =>
        conflict.columns(['unitId', 'day', 'channel', 'result']).doUpdateSet(eb => ({
          airings: eb('daily_sum.airings' as never, '+', sum.airings as never),
          seconds: eb('daily_sum.seconds' as never, '+', sum.seconds as never),
        })),
      )
      .execute()
  }
}

/**
 * Moves the mark of a log as far as it is stored without a gap, and gives it. A device sends the oldest it has first, so
 * what lies before `firstSeq` and never came was lost on the device itself and is not waited for.
 */
export async function advanceLog(tx: Transaction, deviceId: DeviceId, log: string, firstSeq: number): Promise<number> {
  const known = await tables(tx)
    .selectFrom('airings.log')
    .select('acknowledged')
    .where('deviceId', '=', deviceId)
    .where('log', '=', log)
    .forUpdate()
    .executeTakeFirst()
  let acknowledged = Math.max(known?.acknowledged ?? 0, firstSeq - 1)
  const rows = await tables(tx)
    .selectFrom('airings.airing')
    .select('seq')
    .where('deviceId', '=', deviceId)
    .where('log', '=', log)
    .where('seq', '>', acknowledged)
    .orderBy('seq')
    .execute()
  for (const { seq } of rows) {
    if (seq !== acknowledged + 1) break
    acknowledged = seq
  }
  await tables(tx)
    .insertInto('airings.log')
    .values({ deviceId, log, acknowledged })
    .onConflict(conflict => conflict.columns(['deviceId', 'log']).doUpdateSet({ acknowledged }))
    .execute()
  return acknowledged
}

export interface AiringQuery {
  readonly unitIds?: readonly UnitId[]
  readonly deviceId?: DeviceId
  readonly slotId?: SlotId
  readonly bulletinId?: BulletinId
  readonly from?: Instant
  readonly until?: Instant
  readonly limit: number
}

/** Latest plan first. */
export async function findAirings(db: Database, wanted: AiringQuery): Promise<Airing[]> {
  let query = tables(db).selectFrom('airings.airing').selectAll()
  if (wanted.unitIds) query = query.where('unitId', 'in', [...wanted.unitIds])
  if (wanted.deviceId) query = query.where('deviceId', '=', wanted.deviceId)
  if (wanted.slotId) query = query.where('slotId', '=', wanted.slotId)
  if (wanted.bulletinId) query = query.where(sql<boolean>`${wanted.bulletinId} = ANY(bulletin_ids)`)
  if (wanted.from !== undefined) query = query.where('plannedAt', '>=', new Date(wanted.from))
  if (wanted.until !== undefined) query = query.where('plannedAt', '<', new Date(wanted.until))
  const rows = await query.orderBy('plannedAt', 'desc').orderBy('deviceId').limit(wanted.limit).execute()
  return rows.map(airingOf)
}

/** Of one item: how it ended on each device that told, as it did best, and why. */
export async function resultsOfItem(
  db: Database,
  unitIds: readonly UnitId[],
  itemId: string,
): Promise<ReadonlyMap<DeviceId, Airing['result']>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('airings.airing')
    .distinctOn('deviceId')
    .select(['deviceId', 'result', 'reason'])
    .where('unitId', 'in', [...unitIds])
    .where('itemId', '=', itemId)
    .orderBy('deviceId')
    .orderBy(bestFirst)
    .execute()
  return new Map(rows.map(row => [row.deviceId, resultOf(row)]))
}

const bestFirst = sql`array_position(ARRAY['completed','interrupted','failed','refused','missed'], result)`

export interface ItemCount {
  readonly itemId: string
  readonly result: Airing['result']['kind']
  readonly devices: number
}

/** For each item planned in the span: on how many devices it ended how. A device that tried twice counts as it did best. */
export async function countByItem(
  db: Database,
  among: { readonly unitIds: readonly UnitId[] } | { readonly deviceIds: readonly DeviceId[] },
  from: Instant,
  until: Instant,
): Promise<ItemCount[]> {
  const best = tables(db)
    .selectFrom('airings.airing')
    .distinctOn(['itemId', 'deviceId'])
    .select(['itemId', 'deviceId', 'result'])
    .where(
      'unitIds' in among
        ? sql<boolean>`unit_id = ANY (${[...among.unitIds]}::text[])`
        : sql<boolean>`device_id = ANY (${[...among.deviceIds]}::text[])`,
    )
    .where('plannedAt', '>=', new Date(from))
    .where('plannedAt', '<', new Date(until))
    .orderBy('itemId')
    .orderBy('deviceId')
    .orderBy(bestFirst)
    .as('best')
  return tables(db)
    .selectFrom(best)
    .select(['itemId', 'result', sql<number>`count(*)::int`.as('devices')])
    .groupBy(['itemId', 'result'])
    .execute()
}
