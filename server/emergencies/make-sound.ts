import {
  correctionText,
  drillSiren,
  type Emergency,
  type EmergencyId,
  siren,
  type SirenPattern,
  spokenEmergency,
  titleOfEmergency,
} from '@nguon/domain/emergencies'
import { instant, type UnitPath } from '@nguon/domain/platform'
import { silence } from '@nguon/domain/sound'
import { Refusal } from '@nguon/contract/platform'
import { canonicalHash } from '@nguon/contract/signing'
import { keepSound, putSound } from '@nguon/server/media'
import {
  type Clock,
  type Database,
  type FileStore,
  jobKind,
  type Jobs,
  transact,
  type Transaction,
} from '@nguon/server/platform'
import { decodeMp3, inSoundWorker } from '@nguon/server/sound'
import { readUnitPath } from '@nguon/server/territory'
import type { Speaking } from '@nguon/server/voice'
import {
  failSound,
  findSound,
  finishSound,
  type SoundPart,
  type StoredSound,
  takeMade,
  takeStalled,
  touchSound,
  wantSound,
} from './sound-store.ts'
import { findEmergency } from './store.ts'

export const makeSoundJob = jobKind<{ messageId: EmergencyId; part: SoundPart }>('emergencies.sound', {
  expireInSeconds: 300,
  retryLimit: 5,
})

export interface SoundParts {
  readonly db: Database
  readonly clock: Clock
  readonly files: FileStore
  readonly speaking: Speaking
  /** After the sound of a message is there: loudspeakers may fetch it ahead. */
  readonly made: (messageId: EmergencyId) => Promise<void>
}

const pauseAfterSiren = 0.7
const signOfLifeMilliseconds = 4_000
/** Without a sign of life for so long, whoever made it is gone. */
const stalledMilliseconds = 15_000

/** Has siren and speech of a message made, and those of its correction: while the second person reads, not after. */
export async function wantSounds(
  tx: Transaction,
  { clock, jobs }: { clock: Clock; jobs: Pick<Jobs, 'enqueue'> },
  emergency: Emergency,
): Promise<void> {
  for (const part of ['message', 'correction'] as const) {
    const { spoken, pattern } = wordsOf(emergency, part)
    const wordsSha256 = await canonicalHash({ spoken, pattern, title: titleOfEmergency(emergency) })
    const wanted = { messageId: emergency.id, part, wordsSha256, spoken }
    if (await wantSound(tx, wanted, clock.now()))
      await jobs.enqueue(tx, makeSoundJob, { messageId: emergency.id, part })
  }
}

function wordsOf(emergency: Emergency, part: SoundPart): { spoken: string; pattern: SirenPattern } {
  if (part === 'message') return { spoken: spokenEmergency(emergency), pattern: emergency.siren }
  const { type } = emergency
  const spoken = spokenEmergency({ type, purpose: 'correction', ...correctionText(emergency) })
  return { spoken, pattern: type === 'drill' ? drillSiren : 'pulse' }
}

/** Makes one sound. A refusal of the voice is kept for people to see; a fault is tried again. */
export async function makeSound(parts: SoundParts, messageId: EmergencyId, part: SoundPart): Promise<void> {
  const { db, clock } = parts
  const sound = await findSound(db, messageId, part)
  const emergency = await findEmergency(db, messageId)
  if (!emergency || !sound) return
  try {
    const unitPath = await readUnitPath(db, { clock }, emergency.unitId)
    const title = titleOfEmergency(emergency)
    const { pattern } = wordsOf(emergency, part)
    const known = sound.state !== 'making' || (await transact(db, tx => takeMade(tx, sound)))
    if (!known) await showingLife(parts, sound, () => keepMade(parts, { ...sound, unitPath, title, pattern }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await transact(db, tx => failSound(tx, sound))
    return
  }
  if (part === 'message') await parts.made(messageId)
}

async function showingLife(
  { db, clock }: Pick<SoundParts, 'db' | 'clock'>,
  sound: Pick<StoredSound, 'messageId' | 'part'>,
  work: () => Promise<void>,
): Promise<void> {
  const timer = setInterval(() => {
    // A sign that was not written is made up for by the next.
    transact(db, tx => touchSound(tx, sound, clock.now())).catch(() => {})
  }, signOfLifeMilliseconds)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
}

interface SoundWork {
  readonly messageId: EmergencyId
  readonly part: SoundPart
  readonly wordsSha256: string
  readonly spoken: string
  readonly unitPath: UnitPath
  readonly title: string
  readonly pattern: SirenPattern
}

async function keepMade({ db, clock, files, speaking }: SoundParts, work: SoundWork): Promise<void> {
  const { messageId, part, wordsSha256, spoken, unitPath, title, pattern } = work
  const speech = await speaking.speak({ unitPath, text: spoken, title })
  const words = await decodeMp3(speech.sound.bytes)
  const sounds = [siren(pattern, words.rate), silence(pauseAfterSiren, words.rate), words]
  const tags = { title, aiMark: speech.sound.aiMark }
  const made = await inSoundWorker('master', { parts: sounds, tags })
  await putSound({ files }, made)
  const file = { sha256: made.sha256, bytes: made.bytes.length, seconds: made.seconds }
  const { reading, unknownWords } = speech
  await transact(db, async tx => {
    await keepSound(tx, { clock }, made)
    await finishSound(tx, { messageId, part, wordsSha256, reading, unknownWords, file })
  })
}

/** Queues again what a server that is gone was making. */
export async function requeueSounds({ db, clock }: SoundParts, jobs: Pick<Jobs, 'enqueue'>): Promise<void> {
  const now = clock.now()
  await transact(db, async tx => {
    const stalled = await takeStalled(tx, instant(now - stalledMilliseconds), now)
    for (const work of stalled) await jobs.enqueue(tx, makeSoundJob, work)
  })
}
