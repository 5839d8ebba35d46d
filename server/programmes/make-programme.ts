import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Refusal } from '@nguon/contract/platform'
import { soundRefusals } from '@nguon/contract/sound'
import { instant, type Sha256 } from '@nguon/domain/platform'
import { findFile, keepSound, putSound } from '@nguon/server/media'
import {
  type Clock,
  type Database,
  type FileStore,
  type Following,
  jobKind,
  type Jobs,
  transact,
  isNoRoom,
} from '@nguon/server/platform'
import { renderProgramme } from '@nguon/server/sound'
import type { ProgrammeKey } from './programme-key.ts'
import {
  failProgramme,
  finishProgramme,
  type ProgrammeRefusal,
  stalledProgrammes,
  takeProgramme,
  touchProgramme,
} from './store.ts'

export const makeJob = jobKind<{ key: ProgrammeKey }>('programmes.make', { expireInSeconds: 3600, retryLimit: 2 })

export interface ProgrammeParts {
  readonly db: Database
  readonly clock: Clock
  readonly files: FileStore
  /** A programme can be heard; told in the transaction that keeps it. */
  readonly programmeMade: Following<{ key: ProgrammeKey }>
}

const signOfLifeMilliseconds = 4000
/** Without a sign of life for so long, whoever made it is gone. */
const presumedGoneMilliseconds = 15_000

/** Makes one programme, unless another server is at it. A refusal is kept with it; a fault is tried again. */
export async function makeProgramme(parts: ProgrammeParts, key: ProgrammeKey): Promise<void> {
  const { db, clock, files, programmeMade } = parts
  const now = clock.now()
  const sounds = await transact(db, tx =>
    takeProgramme(tx, key, { now, aliveSince: instant(now - presumedGoneMilliseconds) }),
  )
  if (!sounds) return
  const timer = setInterval(() => {
    // A sign that was not written is made up for by the next.
    transact(db, tx => touchProgramme(tx, key, clock.now())).catch(() => {})
  }, signOfLifeMilliseconds)
  try {
    const made = await renderProgramme(await readSounds(parts, sounds))
    const { sha256, seconds } = made
    await putSound({ files }, made)
    await transact(db, async tx => {
      await keepSound(tx, { clock }, made)
      if (await finishProgramme(tx, key, { sha256, bytes: made.bytes.length, seconds }))
        await programmeMade.tell(tx, { key })
    })
  } catch (error) {
    const refusal = refusalOf(error)
    await transact(db, tx => failProgramme(tx, key, refusal))
    if (!(error instanceof Refusal) || isNoRoom(error)) throw error
  } finally {
    clearInterval(timer)
  }
}

function refusalOf(error: unknown): ProgrammeRefusal {
  if (error instanceof Refusal) return { code: error.kind.code, data: { ...error.data } }
  return { code: 'INTERNAL_SERVER_ERROR', data: {} }
}

/** The bytes of every sound, whole. @throws SOUND_BROKEN when one is not there any more */
async function readSounds({ db, files }: ProgrammeParts, sounds: readonly Sha256[]) {
  const read: Uint8Array[] = []
  for (const sha256 of sounds) {
    const bytes = (await findFile(db, sha256)) && (await buffer(files.read(sha256)))
    // What was approved is what is heard: bytes that are no longer those of the hash are none.
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new Refusal(soundRefusals.SOUND_BROKEN)
    }
    read.push(bytes)
  }
  const [first, ...rest] = read
  if (!first) throw new Refusal(soundRefusals.SOUND_BROKEN)
  return [first, ...rest] as const
}

/** Queues again what a server that is gone had taken. Gives how many. */
export async function requeueStalled({ db, clock }: ProgrammeParts, jobs: Pick<Jobs, 'enqueue'>): Promise<number> {
  const now = clock.now()
  return transact(db, async tx => {
    const keys = await stalledProgrammes(tx, instant(now - presumedGoneMilliseconds), now)
    for (const key of keys) await jobs.enqueue(tx, makeJob, { key })
    return keys.length
  })
}
