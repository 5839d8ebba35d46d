import type { Bulletin, BulletinContent, BulletinState, BulletinVersion } from '@nguon/domain/bulletins'
import { searchableText } from '@nguon/domain/bulletins'
import {
  type AccountId,
  type BulletinId,
  foldVietnamese,
  type Instant,
  instant,
  type UnitId,
} from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { type RawBuilder, sql } from 'kysely'

/** The columns a list shows beside those of the bulletin itself. */
export interface BulletinWords {
  title: string
  summary: string
  kind: BulletinContent['kind']
  class: BulletinContent['class']
  topicId: string
  documentNumber: string
  languages: BulletinContent['texts'][number]['language'][]
  writerName: string
  validUntil: Date | null
}

export interface BulletinRow extends BulletinWords {
  id: BulletinId
  unitId: UnitId
  state: BulletinState
  version: number
  writers: AccountId[]
  createdAt: Date
  updatedAt: Date
  submittedAt: Date | null
  submittedBy: AccountId | null
  publishedAt: Date | null
  reason: string | null
  titleKey: string
  search: string
}

interface VersionRow {
  bulletinId: BulletinId
  number: number
  content: BulletinContent
  title: string
  writtenBy: AccountId
  writerName: string
  writtenAt: Date
}

export type BulletinTables = {
  'bulletins.bulletin': BulletinRow
  'bulletins.version': VersionRow
}

export const bulletinColumns = [
  'id',
  'unitId',
  'state',
  'version',
  'writers',
  'createdAt',
  'updatedAt',
  'submittedAt',
  'submittedBy',
  'publishedAt',
  'reason',
] as const

const instantOf = (date: Date | null) => (date === null ? null : instant(date.getTime()))
const dateOf = (at: Instant | null) => (at === null ? null : new Date(at))

export function bulletinOf(row: Pick<BulletinRow, (typeof bulletinColumns)[number]>): Bulletin {
  return {
    id: row.id,
    unitId: row.unitId,
    state: row.state,
    version: row.version,
    writers: row.writers,
    createdAt: instant(row.createdAt.getTime()),
    updatedAt: instant(row.updatedAt.getTime()),
    submittedAt: instantOf(row.submittedAt),
    submittedBy: row.submittedBy,
    publishedAt: instantOf(row.publishedAt),
    reason: row.reason,
  }
}

const versionOf = ({ writtenAt, bulletinId, number, content, writtenBy, writerName }: VersionRow): BulletinVersion => ({
  bulletinId,
  number,
  content,
  writtenBy,
  writerName,
  writtenAt: instant(writtenAt.getTime()),
})

export async function findBulletin(db: Database, id: BulletinId): Promise<Bulletin | null> {
  const row = await db
    .withTables<BulletinTables>()
    .selectFrom('bulletins.bulletin')
    .select([...bulletinColumns])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? bulletinOf(row) : null
}

/** Where bulletins stand; those that do not exist are left out. */
export async function bulletinStates(
  db: Database,
  ids: readonly BulletinId[],
): Promise<ReadonlyMap<BulletinId, BulletinState>> {
  const rows = await db
    .withTables<BulletinTables>()
    .selectFrom('bulletins.bulletin')
    .select(['id', 'state'])
    .where(sql<boolean>`id = ANY (${[...ids]}::text[])`)
    .execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** Nobody else changes it until the end of the transaction. */
export async function holdBulletin(tx: Transaction, id: BulletinId): Promise<Bulletin | null> {
  const row = await tx
    .withTables<BulletinTables>()
    .selectFrom('bulletins.bulletin')
    .select([...bulletinColumns])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? bulletinOf(row) : null
}

export async function findVersion(
  db: Database,
  bulletinId: BulletinId,
  number: number,
): Promise<BulletinVersion | null> {
  const row = await db
    .withTables<BulletinTables>()
    .selectFrom('bulletins.version')
    .selectAll()
    .where('bulletinId', '=', bulletinId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? versionOf(row) : null
}

export type VersionHead = Omit<BulletinVersion, 'content'> & { readonly title: string }

/** Newest first, older than `before`. */
export async function findVersionHeads(
  db: Database,
  bulletinId: BulletinId,
  { before, limit }: { before: number | null; limit: number },
): Promise<VersionHead[]> {
  let query = db
    .withTables<BulletinTables>()
    .selectFrom('bulletins.version')
    .select(['bulletinId', 'number', 'title', 'writtenBy', 'writerName', 'writtenAt'])
    .where('bulletinId', '=', bulletinId)
  if (before !== null) query = query.where('number', '<', before)
  const rows = await query.orderBy('number', 'desc').limit(limit).execute()
  return rows.map(({ writtenAt, ...row }) => ({ ...row, writtenAt: instant(writtenAt.getTime()) }))
}

export async function insertBulletin(tx: Transaction, bulletin: Bulletin, version: BulletinVersion): Promise<void> {
  const { createdAt, updatedAt, submittedAt, publishedAt, writers, ...rest } = bulletin
  await tx
    .withTables<BulletinTables>()
    .insertInto('bulletins.bulletin')
    .values({
      ...rest,
      writers: [...writers],
      createdAt: new Date(createdAt),
      updatedAt: new Date(updatedAt),
      submittedAt: dateOf(submittedAt),
      publishedAt: dateOf(publishedAt),
      ...wordsOf(version),
    })
    .execute()
  await insertVersion(tx, version)
}

async function insertVersion(tx: Transaction, version: BulletinVersion): Promise<void> {
  const { content, writtenAt, ...rest } = version
  await tx
    .withTables<BulletinTables>()
    .insertInto('bulletins.version')
    .values({
      ...rest,
      title: content.texts[0].title,
      writtenAt: new Date(writtenAt),
      content: sql`${JSON.stringify(content)}::jsonb`,
    })
    .execute()
}

/** The bulletin with a new current version. */
export async function saveVersion(tx: Transaction, bulletin: Bulletin, version: BulletinVersion): Promise<void> {
  await insertVersion(tx, version)
  await updateRow(tx, bulletin, wordsOf(version))
}

export async function saveState(tx: Transaction, bulletin: Bulletin): Promise<void> {
  await updateRow(tx, bulletin, {})
}

async function updateRow(tx: Transaction, bulletin: Bulletin, words: Partial<ReturnType<typeof wordsOf>>) {
  const { id, state, version, writers, updatedAt, submittedAt, submittedBy, publishedAt, reason } = bulletin
  await tx
    .withTables<BulletinTables>()
    .updateTable('bulletins.bulletin')
    .set({
      ...words,
      state,
      version,
      writers: [...writers],
      updatedAt: new Date(updatedAt),
      submittedAt: dateOf(submittedAt),
      submittedBy,
      publishedAt: dateOf(publishedAt),
      reason,
    })
    .where('id', '=', id)
    .execute()
}

/** A `tsvector` holds at most a megabyte. */
const mostSearched = 100_000

function wordsOf({ content, writerName }: BulletinVersion) {
  const [main] = content.texts
  const titles = [content.documentNumber, ...content.texts.map(text => text.title)].join(' ')
  const matter = [...content.texts.flatMap(text => [text.summary, text.body]), content.place, content.origin]
  const search = sql<string>`${vector(titles, 'A', 'C')} || ${vector(matter.join(' ').slice(0, mostSearched), 'B', 'D')}`
  return {
    title: main.title,
    titleKey: foldVietnamese(main.title),
    summary: main.summary,
    kind: content.kind,
    class: content.class,
    topicId: content.topicId,
    documentNumber: content.documentNumber,
    languages: content.texts.map(text => text.language),
    writerName,
    validUntil: dateOf(content.validUntil),
    search,
  }
}

function vector(text: string, exactWeight: 'A' | 'B', foldedWeight: 'C' | 'D'): RawBuilder<string> {
  const { exact, folded } = searchableText(text)
  return sql`setweight(to_tsvector('simple', ${exact}), ${sql.lit(exactWeight)}) || setweight(to_tsvector('simple', ${folded}), ${sql.lit(foldedWeight)})`
}

/** Bulletins whose validity ended before an instant though they still stand as approved or published. */
export async function overdueBulletins(db: Database, now: Instant, limit: number): Promise<BulletinId[]> {
  const rows = await db
    .withTables<BulletinTables>()
    .selectFrom('bulletins.bulletin')
    .select('id')
    .where('state', 'in', ['approved', 'published'])
    .where('validUntil', '<=', new Date(now))
    .orderBy('validUntil')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}
