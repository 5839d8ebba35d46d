import type { DictionaryEntryId } from '@nguon/contract/voice'
import { foldVietnamese, instant, type Instant, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

/** One decision of a unit on how a word is spoken. */
export interface DictionaryEntry {
  readonly id: DictionaryEntryId
  readonly unitId: UnitId
  readonly written: string
  readonly spoken: string
  readonly matchCase: boolean
  readonly version: number
  readonly changedAt: Instant
  readonly changedBy: string
}

interface EntryRow extends Omit<DictionaryEntry, 'changedAt'> {
  readonly writtenKey: string
  readonly folded: string
  readonly changedAt: Date
}

type DictionaryTables = { 'voice.dictionaryEntry': EntryRow }

function entryOf({ writtenKey: _key, folded: _folded, changedAt, ...entry }: EntryRow): DictionaryEntry {
  return { ...entry, changedAt: instant(changedAt.getTime()) }
}

function rowOf({ changedAt, ...entry }: DictionaryEntry): EntryRow {
  const writtenKey = entry.matchCase ? entry.written : entry.written.toLowerCase()
  return { ...entry, writtenKey, folded: foldVietnamese(entry.written), changedAt: new Date(changedAt) }
}

const entries = (db: Database) => db.withTables<DictionaryTables>().selectFrom('voice.dictionaryEntry').selectAll()

/** Everything the units say, in no order. */
export async function entriesOf(db: Database, unitIds: readonly UnitId[]): Promise<DictionaryEntry[]> {
  if (unitIds.length === 0) return []
  return (
    await entries(db)
      .where('unitId', 'in', [...unitIds])
      .execute()
  ).map(entryOf)
}

export async function findEntry(db: Database, id: DictionaryEntryId): Promise<DictionaryEntry | null> {
  const row = await entries(db).where('id', '=', id).executeTakeFirst()
  return row ? entryOf(row) : null
}

/** By word, after the place. */
export async function listEntries(
  db: Database,
  wanted: { unitIds: readonly UnitId[]; search: string; after: readonly string[] | null; limit: number },
): Promise<(DictionaryEntry & { readonly folded: string })[]> {
  let query = entries(db).where('unitId', 'in', [...wanted.unitIds])
  if (wanted.search) query = query.where(sql<boolean>`strpos(folded, ${foldVietnamese(wanted.search)}) > 0`)
  const [folded, id] = wanted.after ?? []
  if (folded !== undefined && id !== undefined) query = query.where(sql<boolean>`(folded, id) > (${folded}, ${id})`)
  const rows = await query.orderBy('folded').orderBy('id').limit(wanted.limit).execute()
  return rows.map(row => ({ ...entryOf(row), folded: row.folded }))
}

/** Gives false when the unit has an entry for the word already. */
export async function insertEntry(tx: Transaction, entry: DictionaryEntry): Promise<boolean> {
  const result = await tx
    .withTables<DictionaryTables>()
    .insertInto('voice.dictionaryEntry')
    .values(rowOf(entry))
    .onConflict(conflict => conflict.columns(['unitId', 'writtenKey']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Gives false when the unit has another entry for the word. */
export async function updateEntry(tx: Transaction, entry: DictionaryEntry): Promise<boolean> {
  const { id, unitId: _unitId, ...row } = rowOf(entry)
  const db = tx.withTables<DictionaryTables>()
  const result = await db
    .updateTable('voice.dictionaryEntry')
    .set(row)
    .where('id', '=', id)
    .where(({ not, exists }) =>
      not(
        exists(
          db
            .selectFrom('voice.dictionaryEntry as other')
            .select('other.id')
            .where('other.unitId', '=', entry.unitId)
            .where('other.writtenKey', '=', row.writtenKey)
            .where('other.id', '<>', id),
        ),
      ),
    )
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Holds the entry until the end of the transaction. */
export async function holdEntry(tx: Transaction, id: DictionaryEntryId): Promise<DictionaryEntry | null> {
  const row = await entries(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? entryOf(row) : null
}

export async function deleteEntry(tx: Transaction, id: DictionaryEntryId): Promise<void> {
  await tx.withTables<DictionaryTables>().deleteFrom('voice.dictionaryEntry').where('id', '=', id).execute()
}
