import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { libraryRefusals } from '@nguon/contract/media'
import { Refusal } from '@nguon/contract/platform'
import type { MediaItem, MediaItemId } from '@nguon/domain/media'
import { instant, type Sha256 } from '@nguon/domain/platform'
import {
  type Clock,
  type Database,
  type FileStore,
  jobKind,
  type Jobs,
  type Transaction,
  transact,
  isNoRoom,
} from '@nguon/server/platform'
import { requireType } from './file-kinds.ts'
import { keepSound, putSound } from './keep-sound.ts'
import { prepareSound } from '@nguon/server/sound'
import { scanFile } from './scan-file.ts'
import { findItem, insertFile, settleItem, stalledItems, type StoredItem, touchItem } from './store.ts'
import type { Uploads } from './uploads.ts'

export const prepareJob = jobKind<{ itemId: MediaItemId }>('media.prepare', { expireInSeconds: 1800, retryLimit: 2 })

export interface PrepareParts {
  readonly db: Database
  readonly clock: Clock
  readonly files: FileStore
  readonly uploads: Uploads
  /** Path of the virus scanner; null: there is none. */
  readonly scanner: string | null
}

const signOfLifeMilliseconds = 10_000
const presumedGoneMilliseconds = 60_000

/** Scans, checks and stores one file that was registered. A refusal is kept with the item for its owner to read. */
export async function prepareItem(parts: PrepareParts, id: MediaItemId): Promise<void> {
  const { db, clock, uploads } = parts
  const item = await findItem(db, id)
  if (item?.state !== 'preparing') return
  const timer = setInterval(() => {
    // A sign that was not written is made up for by the next.
    transact(db, tx => touchItem(tx, id, clock.now())).catch(() => {})
  }, signOfLifeMilliseconds)
  let scan: MediaItem['scan'] = null
  try {
    const upload = await uploads.find(item.uploadId)
    if (!upload) throw new Refusal(libraryRefusals.UPLOAD_NOT_FOUND)
    scan = await scanFile(parts.scanner, upload.path)
    const { sha256, keep } = await stored(parts, item, upload.path)
    await transact(db, async tx => {
      await keep(tx)
      await settleItem(tx, id, { sha256, scan })
    })
  } catch (error) {
    // What arrived waits until there is room for what is made of it.
    if (!(error instanceof Refusal) || isNoRoom(error)) throw error
    const { kind, data } = error
    const verdict = kind.code === 'FILE_INFECTED' ? 'infected' : scan
    await transact(db, tx => settleItem(tx, id, { refusal: { code: kind.code, data }, scan: verdict }))
  } finally {
    clearInterval(timer)
  }
  await uploads.remove(item.uploadId)
}

interface Stored {
  readonly sha256: Sha256
  /** Names what lies on the disk, in the transaction that settles the item. */
  keep(tx: Transaction): Promise<void>
}

async function stored({ files, clock }: PrepareParts, item: StoredItem, path: string): Promise<Stored> {
  if (item.kind === 'sound') {
    const sound = await prepareSound(await readFile(path), { ...item.cut, title: item.title })
    await putSound({ files }, sound)
    return { sha256: sound.sha256, keep: tx => keepSound(tx, { clock }, sound) }
  }
  const mimeType = await requireType(item.kind, path)
  const { sha256, bytes } = await files.put(createReadStream(path))
  const unmeasured = { seconds: null, loudnessLufs: null, truePeakDbfs: null, waveform: null }
  return { sha256, keep: tx => insertFile(tx, { sha256, bytes, mimeType, ...unmeasured }, clock.now()) }
}

/** Queues again what a server that is gone had begun. Gives how many. */
export async function requeueItems({ db, clock }: PrepareParts, jobs: Pick<Jobs, 'enqueue'>): Promise<number> {
  const now = clock.now()
  return transact(db, async tx => {
    const ids = await stalledItems(tx, instant(now - presumedGoneMilliseconds), now)
    for (const itemId of ids) await jobs.enqueue(tx, prepareJob, { itemId })
    return ids.length
  })
}
