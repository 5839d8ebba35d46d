import type { BulletinId, Sha256 } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { sql } from 'kysely'

/** The bulletins whose approval in force is of this sound. */
export async function bulletinsSounding(db: Database, sha256: Sha256): Promise<BulletinId[]> {
  const { rows } = await sql<{ bulletinId: BulletinId }>`
    SELECT bulletin_id AS "bulletinId" FROM approval.decision
    WHERE decision = 'approved' AND ended_at IS NULL
      AND soundings @> ${JSON.stringify([{ audioSha256: sha256 }])}::jsonb
    LIMIT 100`.execute(db)
  return rows.map(row => row.bulletinId)
}
