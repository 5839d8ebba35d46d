import { Refusal } from '@nguon/contract/platform'
import { canonicalHash } from '@nguon/contract/signing'
import { speechRefusals } from '@nguon/contract/speech'
import { type VoiceRenditionId } from '@nguon/contract/voice'
import { type BulletinId, instant, type Sha256 } from '@nguon/domain/platform'
import { findFile, keepSound, putSound } from '@nguon/server/media'
import {
  type Clock,
  type Database,
  type FileStore,
  type Following,
  jobKind,
  type Jobs,
  transact,
} from '@nguon/server/platform'
import { renderReading, type VoiceEngine, type Voices } from '@nguon/server/speech'
import {
  failRendition,
  findRendered,
  finishRendition,
  type RenditionWork,
  stalledRenditions,
  takeRendition,
  touchRendition,
} from './store.ts'

export const renderJob = jobKind<{ renditionId: VoiceRenditionId }>('voice.render', {
  expireInSeconds: 3600,
  retryLimit: 2,
})

/** A version got one more of its sounds; told in the transaction that stores it. */
export interface RenditionReady {
  readonly bulletinId: BulletinId
  readonly version: number
}

export interface RenderParts {
  readonly db: Database
  readonly clock: Clock
  readonly files: FileStore
  readonly voices: Voices
  readonly renditionReady: Following<RenditionReady>
}

const signOfLifeMilliseconds = 4000
/** Without a sign of life for so long, whoever rendered it is gone. */
const presumedGoneMilliseconds = 15_000

/** Renders one rendition, unless another server is at it. A refusal is kept for the person to read; a fault is tried again. */
export async function renderOne(parts: RenderParts, id: VoiceRenditionId): Promise<void> {
  const { db, clock } = parts
  const now = clock.now()
  const work = await transact(db, tx =>
    takeRendition(tx, id, { now, aliveSince: instant(now - presumedGoneMilliseconds) }),
  )
  if (!work) return
  try {
    await render(parts, work)
  } catch (error) {
    const refusal =
      error instanceof Refusal
        ? { code: error.kind.code, data: { ...error.data } }
        : { code: 'INTERNAL_SERVER_ERROR', data: {} }
    await transact(db, tx => failRendition(tx, id, refusal))
    if (!(error instanceof Refusal)) throw error
  }
}

async function render(parts: RenderParts, work: RenditionWork): Promise<void> {
  const { db, clock, files, renditionReady } = parts
  const sentences = work.sentences ?? []
  const { engine, voice } = await chosenVoice(parts.voices, work.voiceId)
  const { title, speed, longerPauses } = work
  const readingHash = (await canonicalHash({
    sentences,
    engine: engine.id,
    voice,
    speed,
    longerPauses,
    title,
  })) as Sha256
  const known = await findRendered(db, readingHash)
  const sound = known && (await findFile(db, known)) ? null : await voiced(parts, work, engine, voice)
  if (sound) await putSound({ files }, sound)
  const mediaSha256 = sound?.sha256 ?? known
  if (!mediaSha256) return
  await transact(db, async tx => {
    if (sound) await keepSound(tx, { clock }, sound)
    const facts = { readingHash, mediaSha256, engine: engine.id, voice }
    const { bulletinId, version } = work
    if (await finishRendition(tx, work.id, facts)) await renditionReady.tell(tx, { bulletinId, version })
  })
}

/** Renders, giving signs of life and of progress meanwhile. */
async function voiced({ db, clock }: RenderParts, work: RenditionWork, engine: VoiceEngine, voice: string) {
  let progress = 0
  let touching = Promise.resolve()
  const touch = () => {
    touching = touching
      .then(() => transact(db, tx => touchRendition(tx, work.id, progress, clock.now())))
      // A sign that was not written is made up for by the next.
      .catch(() => {})
  }
  const timer = setInterval(touch, signOfLifeMilliseconds)
  try {
    return await renderReading(work.sentences ?? [], {
      engine,
      voice,
      speed: work.speed,
      longerPauses: work.longerPauses,
      title: work.title,
      onProgress: (done, of) => {
        const tenth = Math.floor((done / of) * 10) / 10
        if (tenth > progress) {
          progress = tenth
          touch()
        }
      },
    })
  } finally {
    clearInterval(timer)
    await touching
  }
}

/** `<engine>/<voice>`; without one the first voice of the preferred engine that works. */
async function chosenVoice(voices: Voices, voiceId: string | null): Promise<{ engine: VoiceEngine; voice: string }> {
  const slash = voiceId?.indexOf('/') ?? -1
  if (voiceId !== null && slash > 0) {
    return { engine: await voices.engine(voiceId.slice(0, slash)), voice: voiceId.slice(slash + 1) }
  }
  const engine = await voices.engine(voiceId ?? undefined)
  const [first] = await engine.voices()
  if (!first) throw new Refusal(speechRefusals.VOICE_ENGINE_UNAVAILABLE, { engine: engine.id, detail: 'no voice' })
  return { engine, voice: first.id }
}

/** Queues again what a server that is gone had taken, and what found no room on the disk. Gives how many. */
export async function requeueStalled({ db, clock }: RenderParts, jobs: Pick<Jobs, 'enqueue'>): Promise<number> {
  const now = clock.now()
  return transact(db, async tx => {
    const ids = await stalledRenditions(tx, instant(now - presumedGoneMilliseconds), now)
    for (const renditionId of ids) await jobs.enqueue(tx, renderJob, { renditionId })
    return ids.length
  })
}
