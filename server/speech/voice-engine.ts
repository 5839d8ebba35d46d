import { Refusal } from '@nguon/contract/platform'
import { type SpeechFault, speechFaults, speechRefusals } from '@nguon/contract/speech'
import type { Pcm } from '@nguon/domain/sound'

/** One way an engine can speak. */
export interface Voice {
  readonly id: string
  /** As shown to officials, in Vietnamese. */
  readonly name: string
  /** Whose pronunciation it has, where that is known. */
  readonly region: 'north' | 'central' | 'south' | null
}

export interface SpeechOptions {
  readonly voice: string
  /** 1 is a newsreader's speed; 0.8 is a fifth slower. */
  readonly speed: number
  readonly signal?: AbortSignal | undefined
}

/** The one seam behind which every voice stands. */
export interface VoiceEngine {
  readonly id: string
  /** As shown to officials. */
  readonly name: string
  /** How many sentences of one reading it speaks at the same time. */
  readonly concurrency: number
  /** Somebody will want to hear it soon: what runs stays for another while. False when a process would have to start. */
  keepAwake(): boolean
  /** @throws VOICE_ENGINE_UNAVAILABLE */
  voices(): Promise<readonly Voice[]>
  /**
   * Speaks one sentence of a reading.
   * @throws VOICE_ENGINE_UNAVAILABLE, VOICE_UNKNOWN, VOICE_RENDER_FAILED
   */
  synthesise(text: string, options: SpeechOptions): Promise<Pcm>
  /** Ends what it runs. It may be used again afterwards and then starts anew. */
  close(): Promise<void>
}

/** How long a process of an engine stays for the next sentence. */
export const usualIdleMs = 300_000

const shownLength = 80

/** The refusal of a sentence, in words an official can act on. */
export function renderFailed(engine: string, text: string, fault: SpeechFault, cause?: unknown): Refusal {
  const refusal = new Refusal(speechRefusals.VOICE_RENDER_FAILED, {
    engine,
    sentence: text.length > shownLength ? `${text.slice(0, shownLength)}…` : text,
    reason: fault,
    why: speechFaults[fault].vi,
    whyEn: speechFaults[fault].en,
  })
  refusal.cause = cause
  return refusal
}

export function engineUnavailable(engine: string, detail: string): Refusal {
  return new Refusal(speechRefusals.VOICE_ENGINE_UNAVAILABLE, { engine, detail })
}

/** @throws VOICE_UNKNOWN */
export function requireVoice(engine: string, voices: readonly Voice[], id: string): Voice {
  const found = voices.find(voice => voice.id === id)
  if (found) return found
  throw new Refusal(speechRefusals.VOICE_UNKNOWN, { engine, voice: id, voices: voices.map(voice => voice.id) })
}
