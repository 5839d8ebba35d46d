import { contentDifference, type FieldChange } from '@nguon/domain/bulletins'
import type { Actor, BulletinId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { pageFrom, readCursor } from '@nguon/server/web'
import type { BulletinParts } from './bulletin-parts.ts'
import { presentVersion, requireReadable } from './read-bulletin.ts'
import { findVersionHeads } from './store.ts'

type ReadingParts = Pick<BulletinParts, 'clock'>

/** The versions of a bulletin without their content, newest first. */
export async function readHistory(
  db: Database,
  parts: ReadingParts,
  actor: Actor,
  { id, cursor, limit }: { id: BulletinId; cursor?: string | undefined; limit: number },
) {
  await requireReadable(db, parts, actor, id)
  const before = Number(readCursor(cursor)?.[0] ?? Number.NaN)
  const heads = await findVersionHeads(db, id, {
    before: Number.isSafeInteger(before) && before < 2 ** 31 ? before : null,
    limit: limit + 1,
  })
  return pageFrom(heads, limit, last => [last.number])
}

/** Only what changed between two versions of a bulletin. */
export async function compareVersions(
  db: Database,
  parts: ReadingParts,
  actor: Actor,
  { id, from, to }: { id: BulletinId; from: number; to: number },
): Promise<{ from: number; to: number; fields: FieldChange[] }> {
  await requireReadable(db, parts, actor, id)
  const [before, after] = [await presentVersion(db, id, from), await presentVersion(db, id, to)]
  return { from, to, fields: contentDifference(before.content, after.content) }
}
