import type { MediaItem, MediaItemId, MediaKind } from '@nguon/domain/media'
import { type AccountId, foldVietnamese, instant, type Instant, type Sha256, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'
import type { SoundCut } from '@nguon/server/sound'

/** A file by the hash of its bytes; the measures are those of a sound. */
export interface StoredFile {
  readonly sha256: Sha256
  readonly bytes: number
  readonly mimeType: string
  readonly seconds: number | null
  readonly loudnessLufs: number | null
  readonly truePeakDbfs: number | null
  readonly waveform: readonly number[] | null
}

interface ItemRow {
  id: MediaItemId
  unitId: UnitId
  ownerId: AccountId
  ownerName: string
  version: number
  kind: MediaKind
  source: MediaItem['source']
  title: string
  speakerName: string
  royaltyLine: string
  fileName: string
  createdAt: Date
  state: MediaItem['state']
  refusal: MediaItem['refusal']
  scan: MediaItem['scan']
  sha256: Sha256 | null
  uploadId: string
  cut: SoundCut
  folded: string
  touchedAt: Date | null
}

type MediaTables = {
  'media.file': StoredFile & { storedAt: Date }
  'media.horn': { sha256: Sha256; hornSha256: Sha256 }
  'media.item': ItemRow
}

const fileColumns = ['sha256', 'bytes', 'mimeType', 'seconds', 'loudnessLufs', 'truePeakDbfs', 'waveform'] as const

export async function findFile(db: Database, sha256: Sha256): Promise<StoredFile | null> {
  const row = await db
    .withTables<MediaTables>()
    .selectFrom('media.file')
    .select([...fileColumns])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row ?? null
}

/** The same bytes twice are one file. */
export async function insertFile(tx: Transaction, file: StoredFile, storedAt: Instant): Promise<void> {
  await tx
    .withTables<MediaTables>()
    .insertInto('media.file')
    .values({
      ...file,
      waveform: sql`${file.waveform === null ? null : JSON.stringify(file.waveform)}::jsonb` as never,
      storedAt: new Date(storedAt),
    })
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .execute()
}

export async function findHorn(db: Database, sha256: Sha256): Promise<StoredFile | null> {
  const row = await db
    .withTables<MediaTables>()
    .selectFrom('media.horn')
    .select('hornSha256')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row ? findFile(db, row.hornSha256) : null
}

export async function insertHorn(tx: Transaction, sha256: Sha256, hornSha256: Sha256): Promise<void> {
  await tx
    .withTables<MediaTables>()
    .insertInto('media.horn')
    .values({ sha256, hornSha256 })
    .onConflict(conflict => conflict.column('sha256').doNothing())
    .execute()
}

/** An item with what only its preparation needs. */
export interface StoredItem extends MediaItem {
  readonly uploadId: string
  readonly cut: SoundCut
}

function items(db: Database) {
  return db
    .withTables<MediaTables>()
    .selectFrom('media.item')
    .leftJoin('media.file', 'media.file.sha256', 'media.item.sha256')
    .selectAll('media.item')
    .select(['bytes', 'mimeType', 'seconds', 'loudnessLufs', 'waveform'])
}

type JoinedRow = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>

function itemOf({ folded: _folded, touchedAt: _touchedAt, createdAt, ...row }: JoinedRow): StoredItem {
  return { ...row, createdAt: instant(createdAt.getTime()) }
}

export async function findItem(db: Database, id: MediaItemId): Promise<StoredItem | null> {
  const row = await items(db).where('media.item.id', '=', id).executeTakeFirst()
  return row ? itemOf(row) : null
}

export async function findItemOfUpload(db: Database, uploadId: string): Promise<StoredItem | null> {
  const row = await items(db).where('uploadId', '=', uploadId).executeTakeFirst()
  return row ? itemOf(row) : null
}

/** A file that is ready in the library of one of the units. */
export async function findReadyItem(
  db: Database,
  { sha256, unitIds }: { sha256: Sha256; unitIds: readonly UnitId[] },
): Promise<StoredItem | null> {
  const row = await items(db)
    .where('media.item.sha256', '=', sha256)
    .where('unitId', 'in', [...unitIds])
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  return row ? itemOf(row) : null
}

export async function insertItem(tx: Transaction, item: StoredItem): Promise<void> {
  const { bytes: _b, mimeType: _m, seconds: _s, loudnessLufs: _l, waveform: _w, createdAt, refusal, cut, ...row } = item
  await tx
    .withTables<MediaTables>()
    .insertInto('media.item')
    .values({
      ...row,
      createdAt: new Date(createdAt),
      touchedAt: new Date(createdAt),
      refusal: sql`${refusal === null ? null : JSON.stringify(refusal)}::jsonb` as never,
      cut: sql`${JSON.stringify(cut)}::jsonb` as never,
      folded: foldedWords(item),
    })
    .execute()
}

const foldedWords = ({ title, speakerName, fileName }: Pick<MediaItem, 'title' | 'speakerName' | 'fileName'>) =>
  foldVietnamese(`${title} ${speakerName} ${fileName}`)

/** Gives whether it was the version seen; nothing is written when it was not. */
export async function updateItemWords(
  tx: Transaction,
  item: Pick<MediaItem, 'id' | 'version' | 'title' | 'speakerName' | 'royaltyLine' | 'fileName'>,
): Promise<boolean> {
  const { id, version, title, speakerName, royaltyLine } = item
  const result = await tx
    .withTables<MediaTables>()
    .updateTable('media.item')
    .set({ version: version + 1, title, speakerName, royaltyLine, folded: foldedWords(item) })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** A sign of life of whoever prepares it. */
export async function touchItem(tx: Transaction, id: MediaItemId, now: Instant): Promise<void> {
  await tx
    .withTables<MediaTables>()
    .updateTable('media.item')
    .set({ touchedAt: new Date(now) })
    .where('id', '=', id)
    .execute()
}

/** Items nobody gave a sign of life for: the server that prepared them was ended. */
export async function stalledItems(tx: Transaction, aliveSince: Instant, now: Instant): Promise<MediaItemId[]> {
  const rows = await tx
    .withTables<MediaTables>()
    .updateTable('media.item')
    .set({ touchedAt: new Date(now) })
    .where('state', '=', 'preparing')
    .where('touchedAt', '<', new Date(aliveSince))
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}

/** Ends the preparation, well or not; a second end of the same is ignored. */
export async function settleItem(
  tx: Transaction,
  id: MediaItemId,
  end:
    | { sha256: Sha256; scan: MediaItem['scan'] }
    | { refusal: NonNullable<MediaItem['refusal']>; scan: MediaItem['scan'] },
): Promise<void> {
  const settled =
    'sha256' in end
      ? { state: 'ready' as const, sha256: end.sha256, scan: end.scan }
      : { state: 'refused' as const, refusal: sql`${JSON.stringify(end.refusal)}::jsonb` as never, scan: end.scan }
  await tx
    .withTables<MediaTables>()
    .updateTable('media.item')
    .set(settled)
    .where('id', '=', id)
    .where('state', '=', 'preparing')
    .execute()
}

/** Newest first, older than the place. */
export async function listItems(
  db: Database,
  wanted: {
    unitId: UnitId
    kind: MediaKind | null
    usableAs: 'sound' | 'attachment' | null
    sha256: Sha256 | null
    words: readonly string[]
    after: { createdAt: number; id: string } | null
    limit: number
  },
): Promise<StoredItem[]> {
  let query = items(db).where('unitId', '=', wanted.unitId)
  if (wanted.kind) query = query.where('kind', '=', wanted.kind)
  if (wanted.usableAs) {
    query = query
      .where('state', '=', 'ready')
      .where('kind', wanted.usableAs === 'sound' ? '=' : '!=', 'sound' satisfies MediaKind)
  }
  if (wanted.sha256) query = query.where('media.item.sha256', '=', wanted.sha256)
  for (const word of wanted.words) query = query.where(sql<boolean>`strpos(folded, ${word}) > 0`)
  const { after } = wanted
  if (after) {
    query = query.where(sql<boolean>`(created_at, id) < (${new Date(after.createdAt)}::timestamptz, ${after.id})`)
  }
  const rows = await query.orderBy('createdAt', 'desc').orderBy('media.item.id', 'desc').limit(wanted.limit).execute()
  return rows.map(itemOf)
}
