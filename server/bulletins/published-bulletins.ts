import type { BulletinId, UnitId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { searchBulletins } from './search-store.ts'

/** What the unit itself has published, newest first. */
export async function publishedBulletins(db: Database, unitId: UnitId, limit: number): Promise<BulletinId[]> {
  const unfiltered = { words: [], topicId: null, class: null, kind: null, from: null, until: null, after: null }
  const rows = await searchBulletins(db, {
    ...unfiltered,
    unitIds: [unitId],
    state: 'published',
    sort: 'newest',
    limit,
  })
  return rows.slice(0, limit).map(({ id }) => id)
}
