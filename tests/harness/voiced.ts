import { createHash } from 'node:crypto'
import type { BulletinId, Sha256, UnitId } from '@nguon/domain/platform'
import { type Clock, type Database, newId } from '@nguon/server/platform'
import { sql } from 'kysely'

/** A file the library knows by its name; there are no bytes behind it. */
async function plantFile(db: Database, { clock }: { clock: Clock }, name: string): Promise<Sha256> {
  const sha256 = createHash('sha256').update(name).digest('hex') as Sha256
  await sql`INSERT INTO media.file (sha256, bytes, mime_type, seconds, loudness_lufs, stored_at)
    VALUES (${sha256}, 81920, 'audio/mpeg', 10.24, -18, ${new Date(clock.now())})
    ON CONFLICT DO NOTHING`.execute(db)
  return sha256
}

/** As if a voice had just read one language of a version aloud, or were still at it. Takes the place of an earlier one. */
export async function plantRendition(
  db: Database,
  { clock }: { clock: Clock },
  { bulletinId, version = 1, language = 'vi', place = 0, state = 'ready', progress = 1, sound = 'một giọng' }: Voiced,
): Promise<Sha256> {
  const sha256 = await plantFile(db, { clock }, sound)
  const id = newId(clock.now())
  await sql`INSERT INTO voice.rendition (id, bulletin_id, version, place, language, source, state, progress, reading,
      speed, title, media_sha256, touched_at)
    VALUES (${id}, ${bulletinId}, ${version}, ${place}, ${language}, 'machine', ${state}, ${progress}, ${`đọc là ${sound}`},
      1, 'Tin', ${state === 'ready' ? sha256 : null}, ${new Date(clock.now())})
    ON CONFLICT (bulletin_id, version, language) DO UPDATE SET state = excluded.state, progress = excluded.progress,
      reading = excluded.reading, media_sha256 = excluded.media_sha256`.execute(db)
  return sha256
}

export interface Voiced {
  readonly bulletinId: BulletinId
  readonly version?: number
  readonly language?: string
  readonly place?: number
  readonly state?: 'queued' | 'rendering' | 'ready' | 'failed'
  readonly progress?: number
  /** Another name is another sound. */
  readonly sound?: string
}

/** A picture in the library of a unit. */
export async function plantPicture(
  db: Database,
  { clock }: { clock: Clock },
  { unitId, name = 'phiếu duyệt' }: { unitId: UnitId; name?: string },
): Promise<Sha256> {
  const sha256 = await plantFile(db, { clock }, name)
  const id = newId(clock.now())
  await sql`INSERT INTO media.item (id, unit_id, owner_id, owner_name, version, kind, source, title, speaker_name,
      royalty_line, file_name, created_at, state, sha256, upload_id, touched_at, cut, folded)
    VALUES (${id}, ${unitId}, ${newId(clock.now())}, 'Hoa', 1, 'image', 'upload', ${name}, '', '', 'phieu.jpg',
      ${new Date(clock.now())}, 'ready', ${sha256}, ${id}, ${new Date(clock.now())}, '{}'::jsonb, ${name})`.execute(db)
  return sha256
}
