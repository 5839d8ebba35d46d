import { platformRefusals } from '@nguon/contract/platform'
import type { Rendition, VoiceRenditionId } from '@nguon/contract/voice'
import type { BulletinLanguage } from '@nguon/domain/bulletins'
import type { BulletinId, Instant, Sha256 } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'
import type { SpokenSentence } from '@nguon/server/speech'

interface RenditionRow {
  id: VoiceRenditionId
  bulletinId: BulletinId
  version: number
  place: number
  language: BulletinLanguage
  source: Rendition['source']
  state: Rendition['state']
  progress: number
  reading: string | null
  sentences: SpokenSentence[] | null
  voiceId: string | null
  speed: number
  longerPauses: boolean
  title: string
  readingHash: Sha256 | null
  mediaSha256: Sha256 | null
  engine: string | null
  voice: string | null
  refusal: Rendition['refusal']
  touchedAt: Date
}

/** What found a full disk is tried again after this. */
const noRoomMilliseconds = 60_000

type VoiceTables = { 'voice.rendition': RenditionRow }

/** A rendition as the render job needs it. */
export type RenditionWork = Omit<RenditionRow, 'touchedAt'>

const json = (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb` as never

/** In the order of the texts; without their measures, which stand with the file. */
export async function findRenditions(
  db: Database,
  { bulletinId, version }: { bulletinId: BulletinId; version: number },
): Promise<RenditionWork[]> {
  const rows = await db
    .withTables<VoiceTables>()
    .selectFrom('voice.rendition')
    .selectAll()
    .where('bulletinId', '=', bulletinId)
    .where('version', '=', version)
    .orderBy('place')
    .execute()
  return rows.map(({ touchedAt: _touchedAt, ...row }) => row)
}

/** The new rendition of a text of a version; takes the place of one that was there. */
export async function saveRendition(tx: Transaction, work: RenditionWork, touchedAt: Instant): Promise<void> {
  const { sentences, refusal, id, bulletinId, version, language, ...rest } = work
  const state = { ...rest, sentences: json(sentences), refusal: json(refusal), touchedAt: new Date(touchedAt) }
  await tx
    .withTables<VoiceTables>()
    .insertInto('voice.rendition')
    .values({ id, bulletinId, version, language, ...state })
    .onConflict(conflict => conflict.columns(['bulletinId', 'version', 'language']).doUpdateSet({ id, ...state }))
    .execute()
}

/** Takes a rendition to work on, unless somebody else is at it and alive. */
export async function takeRendition(
  tx: Transaction,
  id: VoiceRenditionId,
  { now, aliveSince }: { now: Instant; aliveSince: Instant },
): Promise<RenditionWork | null> {
  const row = await tx
    .withTables<VoiceTables>()
    .updateTable('voice.rendition')
    .set({ state: 'rendering', progress: 0, refusal: null, touchedAt: new Date(now) })
    .where('id', '=', id)
    .where(({ eb, or, and }) =>
      or([
        eb('state', 'in', ['queued', 'failed']),
        and([eb('state', '=', 'rendering'), eb('touchedAt', '<', new Date(aliveSince))]),
      ]),
    )
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  const { touchedAt: _touchedAt, ...work } = row
  return work
}

/** A sign of life of whoever renders it. */
export async function touchRendition(tx: Transaction, id: VoiceRenditionId, progress: number, now: Instant) {
  await tx
    .withTables<VoiceTables>()
    .updateTable('voice.rendition')
    .set({ progress, touchedAt: new Date(now) })
    .where('id', '=', id)
    .where('state', '=', 'rendering')
    .execute()
}

export interface RenderedFacts {
  readonly readingHash: Sha256
  readonly mediaSha256: Sha256
  readonly engine: string
  readonly voice: string
}

/** Gives false when the rendition was started anew in the meantime: then this sound is not its sound. */
export async function finishRendition(tx: Transaction, id: VoiceRenditionId, facts: RenderedFacts): Promise<boolean> {
  const result = await tx
    .withTables<VoiceTables>()
    .updateTable('voice.rendition')
    .set({ ...facts, state: 'ready', progress: 1 })
    .where('id', '=', id)
    .where('state', 'in', ['rendering', 'queued', 'failed'])
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function failRendition(tx: Transaction, id: VoiceRenditionId, refusal: NonNullable<Rendition['refusal']>) {
  await tx
    .withTables<VoiceTables>()
    .updateTable('voice.rendition')
    .set({ state: 'failed', refusal: json(refusal) })
    .where('id', '=', id)
    .where('state', '=', 'rendering')
    .execute()
}

/** A sound that was rendered before from the very same. */
export async function findRendered(db: Database, readingHash: Sha256): Promise<Sha256 | null> {
  const row = await db
    .withTables<VoiceTables>()
    .selectFrom('voice.rendition')
    .select('mediaSha256')
    .where('readingHash', '=', readingHash)
    .where('state', '=', 'ready')
    .limit(1)
    .executeTakeFirst()
  return row?.mediaSha256 ?? null
}

/** Renditions somebody should be at, but nobody gave a sign of life for: their server was ended. */
export async function stalledRenditions(
  tx: Transaction,
  aliveSince: Instant,
  now: Instant,
): Promise<VoiceRenditionId[]> {
  const rows = await tx
    .withTables<VoiceTables>()
    .updateTable('voice.rendition')
    .set({ touchedAt: new Date(now), state: 'queued' })
    .where(({ eb, or, and }) =>
      or([
        and([eb('state', 'in', ['queued', 'rendering']), eb('touchedAt', '<', new Date(aliveSince))]),
        and([
          eb('state', '=', 'failed'),
          eb(sql`refusal ->> 'code'`, '=', platformRefusals.NO_ROOM.code),
          eb('touchedAt', '<', new Date(now - noRoomMilliseconds)),
        ]),
      ]),
    )
    .returning('id')
    .execute()
  return rows.map(row => row.id)
}
