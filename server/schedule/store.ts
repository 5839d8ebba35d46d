import {
  type BulletinId,
  type DeviceId,
  type GroupId,
  type Instant,
  instant,
  type RenditionId,
  type SlotId,
  type UnitId,
} from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
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
}

export interface StoredSlot {
  readonly slot: Slot
  readonly version: number
  readonly cancelled: boolean
  /** Null while it is in force. */
  readonly cancelledAt: Instant | null
}

const tables = (db: Database) => db.withTables<ScheduleTables>()
const json = <Value>(value: Value) => sql<Value>`${JSON.stringify(value)}::jsonb`

/** The slot, and what of it slots are found by. */
const columnsOf = (slot: Slot) => ({
  slot: json(slot),
  unitId: slot.unitId,
  renditionId: slot.content.kind === 'rendition' ? slot.content.renditionId : null,
})

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
      ...columnsOf(slot),
      createdBy,
      createdAt: new Date(createdAt),
      cancelledAt: null,
      cancelReason: null,
    })
    .execute()
}

/** Gives false when the version seen is no longer the current one. */
export async function storeUpdatedSlot(tx: Transaction, slot: Slot, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('schedule.slot')
    .set({ ...columnsOf(slot), version: seen + 1 })
    .where('id', '=', slot.id)
    .where('version', '=', seen)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function storeCancelledSlot(tx: Transaction, slotId: SlotId, reason: string, at: Instant): Promise<void> {
  await tables(tx)
    .updateTable('schedule.slot')
    .set(eb => ({ cancelledAt: new Date(at), cancelReason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', slotId)
    .execute()
}

/** Of one that was cancelled. */
export async function storeRestoredSlot(tx: Transaction, slot: Slot): Promise<void> {
  await tables(tx)
    .updateTable('schedule.slot')
    .set(eb => ({ slot: json(slot), cancelledAt: null, cancelReason: null, version: eb('version', '+', 1) }))
    .where('id', '=', slot.id)
    .execute()
}

const storedOf = ({
  slot,
  version,
  cancelledAt,
}: Pick<ScheduleTables['schedule.slot'], 'slot' | 'version' | 'cancelledAt'>): StoredSlot => ({
  slot,
  version,
  cancelled: cancelledAt !== null,
  cancelledAt: cancelledAt === null ? null : instant(cancelledAt.getTime()),
})

export async function readSlot(db: Database, slotId: SlotId): Promise<StoredSlot | null> {
  const row = await tables(db).selectFrom('schedule.slot').selectAll().where('id', '=', slotId).executeTakeFirst()
  return row ? storedOf(row) : null
}

/** Slots in force, of the given units or of all. */
export async function activeSlots(db: Database, unitIds: readonly UnitId[] | null): Promise<StoredSlot[]> {
  let query = tables(db).selectFrom('schedule.slot').select(['slot', 'version']).where('cancelledAt', 'is', null)
  if (unitIds) {
    if (unitIds.length === 0) return []
    query = query.where('unitId', 'in', [...unitIds])
  }
  const rows = await query.orderBy('id').execute()
  return rows.map(row => ({ ...row, cancelled: false, cancelledAt: null }))
}

/** Slots in force whose target names or excepts the group. */
export async function slotsNamingGroup(db: Database, groupId: GroupId): Promise<Slot[]> {
  const rows = await tables(db)
    .selectFrom('schedule.slot')
    .select('slot')
    .where('cancelledAt', 'is', null)
    .where(
      sql<boolean>`slot->'target'->'groups' @> ${JSON.stringify([groupId])}::jsonb
        OR slot->'target'->'except'->'groups' @> ${JSON.stringify([groupId])}::jsonb`,
    )
    .orderBy('id')
    .execute()
  return rows.map(({ slot }) => slot)
}

/** Slots in force of other units than those given whose target names one of the devices. */
export async function slotsNamingDevices(
  db: Database,
  deviceIds: readonly DeviceId[],
  exceptOf: readonly UnitId[],
): Promise<Slot[]> {
  const rows = await tables(db)
    .selectFrom('schedule.slot')
    .select('slot')
    .where('cancelledAt', 'is', null)
    .where('unitId', 'not in', [...exceptOf])
    .where(sql<boolean>`slot->'target'->'devices' ?| ${[...deviceIds]}::text[]`)
    .orderBy('id')
    .execute()
  return rows.map(({ slot }) => slot)
}

/** Those of the bulletins that a slot in force plays. */
export async function bulletinsWithSlots(db: Database, ids: readonly BulletinId[]): Promise<ReadonlySet<BulletinId>> {
  const rows = await tables(db)
    .selectFrom('schedule.rendition')
    .innerJoin('schedule.slot', 'schedule.slot.renditionId', 'schedule.rendition.id')
    .select('schedule.rendition.bulletinIds')
    .where('schedule.slot.cancelledAt', 'is', null)
    .where(sql<boolean>`schedule.rendition.bulletin_ids && ${[...ids]}::text[]`)
    .execute()
  return new Set(rows.flatMap(({ bulletinIds }) => bulletinIds as readonly BulletinId[]))
}

/** Slots that play the bulletin, cancelled ones too. */
export async function slotsOfBulletin(db: Database, bulletinId: BulletinId): Promise<StoredSlot[]> {
  const rows = await tables(db)
    .selectFrom('schedule.slot')
    .innerJoin('schedule.rendition', 'schedule.rendition.id', 'schedule.slot.renditionId')
    .select(['schedule.slot.slot', 'schedule.slot.version', 'schedule.slot.cancelledAt'])
    .where(sql<boolean>`${bulletinId} = ANY(schedule.rendition.bulletin_ids)`)
    .orderBy('schedule.slot.id')
    .execute()
  return rows.map(storedOf)
}
