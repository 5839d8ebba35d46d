import type { BulletinId, Instant, RenditionId, SlotId, UnitId } from '@nguon/domain/platform'
import type { PriorityOrder, Slot, StandingTaking, Taking } from '@nguon/domain/schedule'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

export interface StoredRendition {
  readonly id: RenditionId
  readonly unitId: UnitId
  readonly title: string
  readonly bulletinIds: readonly BulletinId[]
}

type ScheduleTables = {
  'schedule.rendition': {
    id: RenditionId
    unitId: UnitId
    title: string
    bulletinIds: readonly string[]
    createdAt: Date
  }
  'schedule.slot': {
    id: SlotId
    version: number
    unitId: UnitId
    renditionId: RenditionId | null
    slot: Slot
    createdBy: string
    createdAt: Date
    cancelledAt: Date | null
    cancelReason: string | null
  }
  'schedule.taking': { unitId: UnitId; slotId: SlotId; taken: boolean; reason: string; decidedAt: Date }
  'schedule.standing_taking': { unitId: UnitId; fromUnitId: UnitId; decidedAt: Date }
  'schedule.priority_order': { unitId: UnitId; slotIds: readonly string[]; decidedAt: Date }
}

export interface StoredSlot {
  readonly slot: Slot
  readonly version: number
  readonly cancelled: boolean
}

const tables = (db: Database) => db.withTables<ScheduleTables>()
const json = <Value>(value: Value) => sql<Value>`${JSON.stringify(value)}::jsonb`

export async function insertRendition(tx: Transaction, rendition: StoredRendition, createdAt: Instant): Promise<void> {
  await tables(tx)
    .insertInto('schedule.rendition')
    .values({ ...rendition, bulletinIds: [...rendition.bulletinIds], createdAt: new Date(createdAt) })
    .execute()
}

export async function readRenditions(db: Database, ids: readonly RenditionId[]): Promise<StoredRendition[]> {
  if (ids.length === 0) return []
  const rows = await tables(db)
    .selectFrom('schedule.rendition')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ createdAt: _created, ...row }) => ({ ...row, bulletinIds: row.bulletinIds as BulletinId[] }))
}

export async function insertSlot(tx: Transaction, slot: Slot, createdBy: string, createdAt: Instant): Promise<void> {
  await tables(tx)
    .insertInto('schedule.slot')
    .values({
      id: slot.id,
      version: 1,
      unitId: slot.unitId,
      renditionId: slot.content.kind === 'rendition' ? slot.content.renditionId : null,
      slot: json(slot),
      createdBy,
      createdAt: new Date(createdAt),
      cancelledAt: null,
      cancelReason: null,
    })
    .execute()
}

/** Gives false when the version seen is no longer the current one. */
export async function updateSlot(tx: Transaction, slot: Slot, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('schedule.slot')
    .set({ slot: json(slot), version: seen + 1 })
    .where('id', '=', slot.id)
    .where('version', '=', seen)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function cancelSlot(tx: Transaction, slotId: SlotId, reason: string, at: Instant): Promise<void> {
  await tables(tx)
    .updateTable('schedule.slot')
    .set(eb => ({ cancelledAt: new Date(at), cancelReason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', slotId)
    .execute()
}

export async function readSlot(db: Database, slotId: SlotId): Promise<StoredSlot | null> {
  const row = await tables(db).selectFrom('schedule.slot').selectAll().where('id', '=', slotId).executeTakeFirst()
  return row ? { slot: row.slot, version: row.version, cancelled: row.cancelledAt !== null } : null
}

/** Slots in force, of the given units or of all. */
export async function activeSlots(db: Database, unitIds: readonly UnitId[] | null): Promise<StoredSlot[]> {
  let query = tables(db).selectFrom('schedule.slot').select(['slot', 'version']).where('cancelledAt', 'is', null)
  if (unitIds) {
    if (unitIds.length === 0) return []
    query = query.where('unitId', 'in', [...unitIds])
  }
  const rows = await query.orderBy('id').execute()
  return rows.map(row => ({ ...row, cancelled: false }))
}

/** Slots in force that play the bulletin. */
export async function slotsOfBulletin(db: Database, bulletinId: BulletinId): Promise<StoredSlot[]> {
  const rows = await tables(db)
    .selectFrom('schedule.slot')
    .innerJoin('schedule.rendition', 'schedule.rendition.id', 'schedule.slot.renditionId')
    .select(['schedule.slot.slot', 'schedule.slot.version', 'schedule.slot.cancelledAt'])
    .where(sql<boolean>`${bulletinId} = ANY(schedule.rendition.bulletin_ids)`)
    .orderBy('schedule.slot.id')
    .execute()
  return rows.map(row => ({ slot: row.slot, version: row.version, cancelled: row.cancelledAt !== null }))
}

export async function readDecisions(
  db: Database,
): Promise<{ takings: Taking[]; standingTakings: StandingTaking[]; priorityOrders: PriorityOrder[] }> {
  const [takings, standingTakings, orders] = await Promise.all([
    tables(db).selectFrom('schedule.taking').select(['unitId', 'slotId', 'taken']).execute(),
    tables(db).selectFrom('schedule.standing_taking').select(['unitId', 'fromUnitId']).execute(),
    tables(db).selectFrom('schedule.priority_order').select(['unitId', 'slotIds']).execute(),
  ])
  const priorityOrders = orders.map(order => ({ ...order, slotIds: order.slotIds as SlotId[] }))
  return { takings, standingTakings, priorityOrders }
}

export async function saveTaking(
  tx: Transaction,
  taking: Taking & { reason: string },
  decidedAt: Instant,
): Promise<void> {
  const row = { ...taking, decidedAt: new Date(decidedAt) }
  await tables(tx)
    .insertInto('schedule.taking')
    .values(row)
    .onConflict(conflict => conflict.columns(['unitId', 'slotId']).doUpdateSet(row))
    .execute()
}

export async function readTaking(
  db: Database,
  unitId: UnitId,
  slotId: SlotId,
): Promise<{ taken: boolean; reason: string } | undefined> {
  return tables(db)
    .selectFrom('schedule.taking')
    .select(['taken', 'reason'])
    .where('unitId', '=', unitId)
    .where('slotId', '=', slotId)
    .executeTakeFirst()
}

/** What the unit has put in order so far, first to last. */
export async function readPriorityOrder(db: Database, unitId: UnitId): Promise<SlotId[]> {
  const row = await tables(db)
    .selectFrom('schedule.priority_order')
    .select('slotIds')
    .where('unitId', '=', unitId)
    .executeTakeFirst()
  return (row?.slotIds ?? []) as SlotId[]
}

export async function savePriorityOrder(
  tx: Transaction,
  unitId: UnitId,
  slotIds: readonly SlotId[],
  decidedAt: Instant,
): Promise<void> {
  const row = { unitId, slotIds: [...slotIds], decidedAt: new Date(decidedAt) }
  await tables(tx)
    .insertInto('schedule.priority_order')
    .values(row)
    .onConflict(conflict => conflict.column('unitId').doUpdateSet(row))
    .execute()
}
