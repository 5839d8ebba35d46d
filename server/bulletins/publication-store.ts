import type { Sha256 } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { sql } from 'kysely'
import type { BulletinTables } from './store.ts'

/** Whether anyone may have it: it is attached to the current version of a bulletin that is published. */
export async function isPublishedAttachment(db: Database, sha256: Sha256): Promise<boolean> {
  const attached = JSON.stringify([{ mediaSha256: sha256 }])
  const row = await db
    .withTables<BulletinTables>()
    .selectFrom('bulletins.version')
    .innerJoin('bulletins.bulletin', join =>
      join
        .onRef('bulletins.bulletin.id', '=', 'bulletins.version.bulletinId')
        .onRef('bulletins.bulletin.version', '=', 'bulletins.version.number'),
    )
    .select('bulletins.version.number')
    .where(sql<boolean>`content -> 'attachments' @> ${attached}::jsonb`)
    .where('state', '=', 'published')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
