import type { EmergencyId, EmergencySound } from '@nguon/domain/emergencies'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'

/** `correction`: the fixed words that put the message right, made with it so that they are there at once. */
export type SoundPart = 'message' | 'correction'

interface SoundRow {
  messageId: EmergencyId
  part: SoundPart
  wordsSha256: string
  state: 'making' | 'ready' | 'failed'
  touchedAt: Date
  spoken: string
  reading: string | null
  unknownWords: string[]
  mediaSha256: Sha256 | null
  bytes: number | null
  seconds: number | null
}

type SoundTables = { 'emergencies.sound': SoundRow }

const tables = (db: Database) => db.withTables<SoundTables>()

export interface StoredSound {
  readonly messageId: EmergencyId
  readonly part: SoundPart
  readonly wordsSha256: string
  readonly state: SoundRow['state']
  readonly spoken: string
  readonly reading: string | null
  readonly unknownWords: readonly string[]
  readonly file: EmergencySound | null
}

const soundOf = (row: SoundRow): StoredSound => {
  const { mediaSha256: sha256, bytes, seconds, touchedAt: _touched, ...rest } = row
  const file = sha256 !== null && bytes !== null && seconds !== null ? { sha256, bytes, seconds } : null
  return { ...rest, file }
}

export async function findSound(db: Database, messageId: EmergencyId, part: SoundPart): Promise<StoredSound | null> {
  const row = await tables(db)
    .selectFrom('emergencies.sound')
    .selectAll()
    .where('messageId', '=', messageId)
    .where('part', '=', part)
    .executeTakeFirst()
  return row ? soundOf(row) : null
}

/** Whatever message they were made for: the same words under the same siren are one sound. */
async function madeBefore(tx: Transaction, wordsSha256: string) {
  return tables(tx)
    .selectFrom('emergencies.sound')
    .select(['reading', 'unknownWords', 'mediaSha256', 'bytes', 'seconds'])
    .where('wordsSha256', '=', wordsSha256)
    .where('state', '=', 'ready')
    .limit(1)
    .executeTakeFirst()
}

/** Has it made anew unless it is there, or being made, from the same words. Gives whether a job is to look after it. */
export async function wantSound(
  tx: Transaction,
  { messageId, part, wordsSha256, spoken }: Pick<StoredSound, 'messageId' | 'part' | 'wordsSha256' | 'spoken'>,
  now: Instant,
): Promise<boolean> {
  const before = await findSound(tx, messageId, part)
  if (before && before.wordsSha256 === wordsSha256 && before.state !== 'failed') return false
  const bare = { reading: null, unknownWords: [], mediaSha256: null, bytes: null, seconds: null }
  const made = await madeBefore(tx, wordsSha256)
  const state = made ? ('ready' as const) : ('making' as const)
  const wanted = { wordsSha256, spoken, state, touchedAt: new Date(now), ...(made ?? bare) }
  await tables(tx)
    .insertInto('emergencies.sound')
    .values({ messageId, part, ...wanted })
    .onConflict(conflict => conflict.columns(['messageId', 'part']).doUpdateSet(wanted))
    .execute()
  return true
}

/** The same words were made for another message meanwhile. Gives whether they were. */
export async function takeMade(
  tx: Transaction,
  { messageId, part, wordsSha256 }: Pick<StoredSound, 'messageId' | 'part' | 'wordsSha256'>,
): Promise<boolean> {
  const made = await madeBefore(tx, wordsSha256)
  if (!made) return false
  await tables(tx)
    .updateTable('emergencies.sound')
    .set({ ...made, state: 'ready' })
    .where('messageId', '=', messageId)
    .where('part', '=', part)
    .where('wordsSha256', '=', wordsSha256)
    .execute()
  return true
}

/** Of those words alone: what was changed meanwhile is made by a job of its own. */
export async function finishSound(
  tx: Transaction,
  sound: Pick<StoredSound, 'messageId' | 'part' | 'wordsSha256' | 'unknownWords'> & {
    readonly reading: string
    readonly file: EmergencySound
  },
): Promise<boolean> {
  const { messageId, part, wordsSha256, reading, unknownWords, file } = sound
  const { numUpdatedRows } = await tables(tx)
    .updateTable('emergencies.sound')
    .set({
      state: 'ready',
      reading,
      unknownWords: [...unknownWords],
      mediaSha256: file.sha256,
      bytes: file.bytes,
      seconds: file.seconds,
    })
    .where('messageId', '=', messageId)
    .where('part', '=', part)
    .where('wordsSha256', '=', wordsSha256)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function failSound(
  tx: Transaction,
  { messageId, part, wordsSha256 }: Pick<StoredSound, 'messageId' | 'part' | 'wordsSha256'>,
): Promise<void> {
  await tables(tx)
    .updateTable('emergencies.sound')
    .set({ state: 'failed' })
    .where('messageId', '=', messageId)
    .where('part', '=', part)
    .where('wordsSha256', '=', wordsSha256)
    .where('state', '=', 'making')
    .execute()
}

/** A sign of life of whoever makes it. */
export async function touchSound(
  tx: Transaction,
  { messageId, part }: Pick<StoredSound, 'messageId' | 'part'>,
  now: Instant,
): Promise<void> {
  await tables(tx)
    .updateTable('emergencies.sound')
    .set({ touchedAt: new Date(now) })
    .where('messageId', '=', messageId)
    .where('part', '=', part)
    .where('state', '=', 'making')
    .execute()
}

/** Without a sign of life since: whoever made them is gone. They are taken anew. */
export async function takeStalled(
  tx: Transaction,
  since: Instant,
  now: Instant,
): Promise<{ readonly messageId: EmergencyId; readonly part: SoundPart }[]> {
  return tables(tx)
    .updateTable('emergencies.sound')
    .set({ touchedAt: new Date(now) })
    .where('state', '=', 'making')
    .where('touchedAt', '<', new Date(since))
    .returning(['messageId', 'part'])
    .execute()
}
