import { libraryRefusals } from '@nguon/contract/media'
import { Refusal } from '@nguon/contract/platform'
import { mayKeepMedia, type MediaItem } from '@nguon/domain/media'
import type { Actor, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, type Jobs, newId, type Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readLivingUnitPath } from '@nguon/server/territory'
import { requireSize } from './file-kinds.ts'
import { prepareJob } from './prepare-item.ts'
import type { SoundCut } from '@nguon/server/sound'
import { findItemOfUpload, insertItem, type StoredItem } from './store.ts'
import type { Uploads } from './uploads.ts'

export interface Registration
  extends Pick<MediaItem, 'unitId' | 'kind' | 'source' | 'title' | 'speakerName' | 'royaltyLine'> {
  readonly uploadId: string
  readonly unitId: UnitId
  readonly cut: SoundCut
}

/**
 * Takes a file that arrived into the library of a unit; checking it and bringing it to its loudness follows at once.
 * Repeating the call gives the same item.
 * @throws NOT_FOUND, FORBIDDEN, UPLOAD_NOT_FOUND, UPLOAD_UNFINISHED, UPLOAD_TOO_LARGE
 */
export async function registerUpload(
  tx: Transaction,
  { clock, jobs, uploads }: { clock: Clock; jobs: Pick<Jobs, 'enqueue'>; uploads: Uploads },
  { actor, address }: { actor: Actor; address: string | null },
  { uploadId, ...words }: Registration,
): Promise<StoredItem> {
  requireRight(mayKeepMedia(actor, await readLivingUnitPath(tx, { clock }, words.unitId)))
  const before = await findItemOfUpload(tx, uploadId)
  if (before?.ownerId === actor.accountId) return before
  const upload = await uploads.find(uploadId)
  if (before || upload?.accountId !== actor.accountId) throw new Refusal(libraryRefusals.UPLOAD_NOT_FOUND)
  const { received, expected } = upload
  if (received < expected) throw new Refusal(libraryRefusals.UPLOAD_UNFINISHED, { received, expected })
  requireSize(words.kind, received)
  const createdAt = clock.now()
  const fileName = upload.fileName
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 300)
  const item: StoredItem = {
    ...words,
    id: newId(createdAt),
    uploadId,
    ownerId: actor.accountId,
    ownerName: actor.name,
    version: 1,
    title: words.title || fileName,
    fileName,
    createdAt,
    state: 'preparing',
    refusal: null,
    sha256: null,
    bytes: null,
    mimeType: null,
    seconds: null,
    loudnessLufs: null,
    waveform: null,
    scan: null,
  }
  await insertItem(tx, item)
  await jobs.enqueue(tx, prepareJob, { itemId: item.id })
  await writeAudit(
    tx,
    { clock },
    {
      actor,
      address,
      action: 'media.register',
      unitId: item.unitId,
      subjectId: item.id,
      details: { fileName, kind: item.kind, source: item.source, bytes: received },
    },
  )
  return item
}
