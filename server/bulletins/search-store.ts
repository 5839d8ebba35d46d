import type { BulletinClass, BulletinKind, BulletinState, SearchableText } from '@nguon/domain/bulletins'
import type { AccountId, Instant, UnitId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { sql } from 'kysely'
import { type BulletinRow, type BulletinTables, bulletinColumns } from './store.ts'

export interface BulletinWish {
  readonly words: readonly SearchableText[]
  /** Null: of every unit. */
  readonly unitIds: readonly UnitId[] | null
  readonly topicId: string | null
  readonly state: BulletinState | null
  readonly class: BulletinClass | null
  readonly kind: BulletinKind | null
  readonly from: Instant | null
  readonly until: Instant | null
  /** Leaves out what this person wrote or submitted. */
  readonly notBy?: AccountId
  readonly sort: 'best' | 'newest' | 'oldest' | 'title'
  /** Where the page before ended. */
  readonly after: readonly string[] | null
  readonly limit: number
}

const listed = [
  ...bulletinColumns,
  'title',
  'titleKey',
  'summary',
  'kind',
  'class',
  'topicId',
  'documentNumber',
  'languages',
  'writerName',
  'validUntil',
] as const

export type ListedRow = Pick<BulletinRow, (typeof listed)[number]>

/** `best` ranks this many of the newest finds: a word that stands in every bulletin must not cost reading them all. */
const ranked = 500

/** The rows of one page and one more, if there is one. */
export async function searchBulletins(db: Database, wish: BulletinWish): Promise<ListedRow[]> {
  if (wish.unitIds?.length === 0) return []
  return wish.sort === 'best' && wish.words.length > 0 ? bestFirst(db, wish) : inOrder(db, wish)
}

function wanted(db: Database, wish: BulletinWish) {
  let query = db
    .withTables<BulletinTables>()
    .selectFrom('bulletins.bulletin')
    .select([...listed])
  if (wish.words.length > 0) query = query.where(sql<boolean>`search @@ ${tsquery(wish.words)}`)
  if (wish.unitIds) query = query.where(sql<boolean>`unit_id = ANY (${[...wish.unitIds]}::text[])`)
  if (wish.topicId) query = query.where('topicId', '=', wish.topicId)
  if (wish.state) query = query.where('state', '=', wish.state)
  if (wish.class) query = query.where('class', '=', wish.class)
  if (wish.kind) query = query.where('kind', '=', wish.kind)
  if (wish.notBy) {
    query = query.where(
      sql<boolean>`NOT (${wish.notBy} = ANY (writers)) AND submitted_by IS DISTINCT FROM ${wish.notBy}`,
    )
  }
  if (wish.from !== null) query = query.where('updatedAt', '>=', new Date(wish.from))
  if (wish.until !== null) query = query.where('updatedAt', '<', new Date(wish.until))
  return query
}

async function bestFirst(db: Database, wish: BulletinWish): Promise<ListedRow[]> {
  const newest = wanted(db, wish).select('search').orderBy('updatedAt', 'desc').orderBy('id', 'desc').limit(ranked)
  return db
    .selectFrom(newest.as('found'))
    .select([...listed])
    .orderBy(sql`ts_rank(found.search, ${tsquery(wish.words)})`, 'desc')
    .orderBy('updatedAt', 'desc')
    .orderBy('id', 'desc')
    .offset(numberIn(wish.after?.[0], ranked))
    .limit(wish.limit + 1)
    .execute()
}

async function inOrder(db: Database, wish: BulletinWish): Promise<ListedRow[]> {
  const byTitle = wish.sort === 'title'
  const direction = byTitle || wish.sort === 'oldest' ? 'asc' : 'desc'
  const column = byTitle ? sql.ref('title_key') : sql.ref('updated_at')
  let query = wanted(db, wish)
  const [key, id] = wish.after ?? []
  if (key !== undefined && id !== undefined) {
    const place = byTitle ? sql`${key}` : sql`${new Date(numberIn(key, 8.64e15))}::timestamptz`
    const further = direction === 'asc' ? sql.raw('>') : sql.raw('<')
    query = query.where(sql<boolean>`(${column}, id) ${further} (${place}, ${id})`)
  }
  return query
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(wish.limit + 1)
    .execute()
}

/** What a cursor says is the caller's word: no number of it leaves its bounds. */
function numberIn(text: string | undefined, highest: number): number {
  return /^\d{1,16}$/.test(text ?? '') ? Math.min(Number(text), highest) : 0
}

/**
 * Every word of the query, as typed or without accents; what was typed with accents is ranked above what only folds to
 * it, because as typed it stands under the heavier weights. The last word may still be in the typing.
 */
function tsquery(words: readonly SearchableText[]) {
  const parts = words.map(({ exact, folded }, index) => {
    const open = index === words.length - 1 && folded.length >= 3 ? ':*' : ''
    return exact === folded ? `'${folded}'${open}` : `('${exact}'${open} | '${folded}'${open})`
  })
  return sql`to_tsquery('simple', ${parts.join(' & ')})`
}
