import { Refusal } from '@nguon/contract/platform'
import { speechRefusals } from '@nguon/contract/speech'
import { type Pcm, silence, trimSilence } from '@nguon/domain/sound'
import {
  type AiMark,
  houseRate,
  inSoundWorker,
  longestSoundSeconds,
  type MasteredSound,
  readySoundWorker,
} from '@nguon/server/sound'
import { type Breath, divideSentences, type SpokenSentence } from './divide-sentence.ts'
import { countSyllables, judgePace, judgeSpeech } from './judge-speech.ts'
import { renderFailed, requireVoice, type VoiceEngine } from './voice-engine.ts'

export interface ReadingRendering {
  readonly engine: VoiceEngine
  readonly voice: string
  /** 0.5 to 2; 1 is a newsreader's speed. */
  readonly speed?: number
  /** For horns that echo: longer pauses, also at commas. */
  readonly longerPauses?: boolean
  /** Goes into the file's metadata. */
  readonly title?: string
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
}

export interface RenderedReading extends MasteredSound {
  readonly engine: string
  readonly voice: string
  readonly aiMark: AiMark
}

const secondsPerSyllable = 0.27
const slowest = 0.5
const fastest = 2
/** Sound cards and amplifiers swallow the first moment after silence. */
const leadSeconds = 0.25

/**
 * Speaks a reading and makes it what loudspeakers play: each sentence rendered and judged, joined with pauses, at
 * -18 LUFS, as MP3 with the AI mark. All or nothing: one sentence that fails refuses the whole, never leaves a gap.
 * @throws VOICE_TEXT_EMPTY, VOICE_TEXT_TOO_LONG, VOICE_UNKNOWN, VOICE_ENGINE_UNAVAILABLE, VOICE_RENDER_FAILED
 */
export async function renderReading(
  sentences: readonly SpokenSentence[],
  rendering: ReadingRendering,
): Promise<RenderedReading> {
  const { engine, voice, title, signal } = rendering
  const speed = Math.min(fastest, Math.max(slowest, rendering.speed ?? 1))
  const breaths = divideSentences(sentences, rendering.longerPauses ?? false)
  refuseUnreadable(breaths, speed)
  requireVoice(engine.id, await engine.voices(), voice)
  readySoundWorker()
  const parts = await speakParts(breaths, { ...rendering, speed })
  const aiMark = { engine: engine.id, voice }
  const handOver = parts.map(part => part.samples.buffer).filter(buffer => buffer instanceof ArrayBuffer)
  const mastered = await inSoundWorker('master', { parts, tags: { title, aiMark } }, { signal, handOver })
  return { ...mastered, engine: engine.id, voice, aiMark }
}

/** The sentences with their pauses, in order. */
async function speakParts(breaths: readonly Breath[], rendering: ReadingRendering & { speed: number }) {
  const spoken = await speakAll(breaths, rendering)
  const astray = judgePace(spoken)
  if (astray) throw renderFailed(rendering.engine.id, astray.text, astray.fault)
  const rate = spoken[0]?.pcm.rate ?? houseRate
  return [silence(leadSeconds, rate), ...spoken.flatMap(({ pcm, pauseSeconds }) => [pcm, silence(pauseSeconds, rate)])]
}

function refuseUnreadable(breaths: readonly Breath[], speed: number): void {
  if (breaths.length === 0) throw new Refusal(speechRefusals.VOICE_TEXT_EMPTY)
  const syllables = breaths.reduce((sum, breath) => sum + countSyllables(breath.text), 0)
  const pauses = breaths.reduce((sum, breath) => sum + breath.pauseSeconds, 0)
  const seconds = (syllables * secondsPerSyllable) / speed + pauses
  if (seconds > longestSoundSeconds) {
    const [minutes, limit] = [Math.ceil(seconds / 60), longestSoundSeconds / 60]
    throw new Refusal(speechRefusals.VOICE_TEXT_TOO_LONG, { minutes, limit })
  }
}

interface SpokenBreath extends Breath {
  readonly pcm: Pcm
}

/** As many sentences at a time as the engine can; the first that fails calls the others off. */
async function speakAll(
  breaths: readonly Breath[],
  rendering: ReadingRendering & { speed: number },
): Promise<SpokenBreath[]> {
  const { engine, onProgress } = rendering
  const failed = new AbortController()
  const signal = rendering.signal ? AbortSignal.any([rendering.signal, failed.signal]) : failed.signal
  const spoken: SpokenBreath[] = []
  const waiting = breaths.entries()
  let done = 0
  // The lanes share one iterator, so each sentence goes to the lane that is free first.
  const lane = async () => {
    for (const [at, breath] of waiting) {
      spoken[at] = { ...breath, pcm: await speakOne(breath.text, rendering, signal) }
      done += 1
      onProgress?.(done, breaths.length)
    }
  }
  const lanes = Array.from({ length: Math.min(engine.concurrency, breaths.length) }, lane)
  try {
    await Promise.all(lanes)
  } catch (error) {
    failed.abort(error)
    await Promise.allSettled(lanes)
    throw error
  }
  return spoken
}

async function speakOne(
  text: string,
  { engine, voice, speed }: ReadingRendering & { speed: number },
  signal: AbortSignal,
): Promise<Pcm> {
  const pcm = trimSilence(await engine.synthesise(text, { voice, speed, signal }))
  const fault = judgeSpeech(pcm, text, speed)
  if (fault) throw renderFailed(engine.id, text, fault)
  return pcm
}
