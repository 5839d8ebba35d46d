import type { Instant, SlotId, UnitId } from '@nguon/domain/platform'
import type { PriorityOrder, StandingTaking, Taking } from '@nguon/domain/schedule'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type DecisionTables = {
  'schedule.taking': { unitId: UnitId; slotId: SlotId; taken: boolean; reason: string; decidedAt: Date }
  'schedule.standing_taking': { unitId: UnitId; fromUnitId: UnitId; decidedAt: Date }
  'schedule.priority_order': { unitId: UnitId; slotIds: readonly string[]; decidedAt: Date }
}

const tables = (db: Database) => db.withTables<DecisionTables>()

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

/** The units above whose normal slots the unit always takes. */
export async function standingTakingsOf(db: Database, unitId: UnitId): Promise<UnitId[]> {
  const rows = await tables(db)
    .selectFrom('schedule.standing_taking')
    .select('fromUnitId')
    .where('unitId', '=', unitId)
    .orderBy('fromUnitId')
    .execute()
  return rows.map(({ fromUnitId }) => fromUnitId)
}

export async function saveStandingTaking(
  tx: Transaction,
  { unitId, fromUnitId }: StandingTaking,
  taken: boolean,
  decidedAt: Instant,
): Promise<void> {
  if (taken) {
    await tables(tx)
      .insertInto('schedule.standing_taking')
      .values({ unitId, fromUnitId, decidedAt: new Date(decidedAt) })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return
  }
  await tables(tx)
    .deleteFrom('schedule.standing_taking')
    .where('unitId', '=', unitId)
    .where('fromUnitId', '=', fromUnitId)
    .execute()
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

/** What units decided about a slot holds for the one that goes on in its place. */
export async function copyDecisions(tx: Transaction, from: SlotId, to: SlotId): Promise<void> {
  const takings = await tables(tx).selectFrom('schedule.taking').selectAll().where('slotId', '=', from).execute()
  if (takings.length > 0) {
    const rows = takings.map(taking => ({ ...taking, slotId: to }))
    await tables(tx).insertInto('schedule.taking').values(rows).execute()
  }
  const orders = await tables(tx)
    .selectFrom('schedule.priority_order')
    .selectAll()
    .where(sql<boolean>`${from} = ANY(slot_ids)`)
    .execute()
  for (const { unitId, slotIds } of orders) {
    await tables(tx)
      .updateTable('schedule.priority_order')
      .set({ slotIds: slotIds.flatMap(id => (id === from ? [from, to] : [id])) })
      .where('unitId', '=', unitId)
      .execute()
  }
}
