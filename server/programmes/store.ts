import type { Instant, Sha256 } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'
import type { ProgrammeKey } from './programme-key.ts'

interface ProgrammeRow {
  key: ProgrammeKey
  sounds: readonly string[]
  state: 'queued' | 'rendering' | 'ready' | 'failed'
  mediaSha256: Sha256 | null
  bytes: number | null
  seconds: number | null
  refusal: ProgrammeRefusal | null
  touchedAt: Date
}

type ProgrammeTables = { 'programmes.programme': ProgrammeRow }

export interface ProgrammeRefusal {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Where the making of a programme stands; `sound` is there exactly when it is made. */
export interface Programme {
  readonly key: ProgrammeKey
  readonly state: ProgrammeRow['state']
  readonly sound: ProgrammeSound | null
}

export interface ProgrammeSound {
  readonly sha256: Sha256
  readonly bytes: number
  readonly seconds: number
}

const tables = (db: Database) => db.withTables<ProgrammeTables>()

export async function readProgrammes(db: Database, keys: readonly ProgrammeKey[]): Promise<Programme[]> {
  if (keys.length === 0) return []
  const rows = await tables(db)
    .selectFrom('programmes.programme')
    .select(['key', 'state', 'mediaSha256', 'bytes', 'seconds'])
    .where('key', 'in', [...keys])
    .execute()
  return rows.map(({ key, state, mediaSha256: sha256, bytes, seconds }) => ({
    key,
    state,
    sound: sha256 !== null && bytes !== null && seconds !== null ? { sha256, bytes, seconds } : null,
  }))
}

/** Gives false when it is known already and has not failed. */
export async function insertProgramme(
  tx: Transaction,
  { key, sounds }: { key: ProgrammeKey; sounds: readonly Sha256[] },
  now: Instant,
): Promise<boolean> {
  const queued = { state: 'queued' as const, touchedAt: new Date(now) }
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('programmes.programme')
    .values({ key, sounds: [...sounds], ...queued, mediaSha256: null, bytes: null, seconds: null, refusal: null })
    .onConflict(conflict =>
      conflict
        .column('key')
        .doUpdateSet({ ...queued, refusal: null })
        .where('programmes.programme.state', '=', 'failed'),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a programme to make it, unless it is made or somebody else is at it and alive. */
export async function takeProgramme(
  tx: Transaction,
  key: ProgrammeKey,
  { now, aliveSince }: { now: Instant; aliveSince: Instant },
): Promise<readonly Sha256[] | null> {
  const row = await tables(tx)
    .updateTable('programmes.programme')
    .set({ state: 'rendering', touchedAt: new Date(now) })
    .where('key', '=', key)
    .where(({ eb, or, and }) =>
      or([
        eb('state', 'in', ['queued', 'failed']),
        and([eb('state', '=', 'rendering'), eb('touchedAt', '<', new Date(aliveSince))]),
      ]),
    )
    .returning('sounds')
    .executeTakeFirst()
  return row ? (row.sounds as Sha256[]) : null
}

/** A sign of life of whoever makes it. */
export async function touchProgramme(tx: Transaction, key: ProgrammeKey, now: Instant): Promise<void> {
  await tables(tx)
    .updateTable('programmes.programme')
    .set({ touchedAt: new Date(now) })
    .where('key', '=', key)
    .where('state', '=', 'rendering')
    .execute()
}

/** Gives false when another server was first. */
export async function finishProgramme(tx: Transaction, key: ProgrammeKey, sound: ProgrammeSound): Promise<boolean> {
  const { sha256: mediaSha256, bytes, seconds } = sound
  const { numUpdatedRows } = await tables(tx)
    .updateTable('programmes.programme')
    .set({ state: 'ready', mediaSha256, bytes, seconds, refusal: null })
    .where('key', '=', key)
    .where('state', '!=', 'ready')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function failProgramme(tx: Transaction, key: ProgrammeKey, refusal: ProgrammeRefusal): Promise<void> {
  await tables(tx)
    .updateTable('programmes.programme')
    .set({ state: 'failed', refusal: sql`${JSON.stringify(refusal)}::jsonb` as never })
    .where('key', '=', key)
    .where('state', '=', 'rendering')
    .execute()
}

/** Programmes somebody should be at, but nobody gave a sign of life for: their server was ended. */
export async function stalledProgrammes(tx: Transaction, aliveSince: Instant, now: Instant): Promise<ProgrammeKey[]> {
  const rows = await tables(tx)
    .updateTable('programmes.programme')
    .set({ touchedAt: new Date(now), state: 'queued' })
    .where('state', 'in', ['queued', 'rendering'])
    .where('touchedAt', '<', new Date(aliveSince))
    .returning('key')
    .execute()
  return rows.map(row => row.key)
}
