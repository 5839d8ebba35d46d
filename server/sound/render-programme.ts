import { inSoundWorker } from './in-sound-worker.ts'
import type { MasteredSound } from './master-sound.ts'

const pauseBetweenItems = 0.8
/** What coding may add to its end. */
const spareSeconds = 0.3

/** What a programme of sounds of these lengths lasts at most. */
export function programmeSeconds(seconds: readonly number[]): number {
  return seconds.reduce((sum, one) => sum + one, 0) + (seconds.length - 1) * pauseBetweenItems + spareSeconds
}

export interface ProgrammeRendering {
  readonly title?: string
  readonly gapSeconds?: number
  readonly signal?: AbortSignal
}

/**
 * Several MP3 items as one sound: decoded, joined with a pause between them, encoded once. Joined bytes would play
 * with gaps and wrong lengths on simple decoders. The AI mark of any item is the programme's too.
 * @throws SOUND_BROKEN, SOUND_TOO_LONG, SOUND_SILENT
 */
export function renderProgramme(
  items: readonly [Uint8Array, ...Uint8Array[]],
  { title, gapSeconds = pauseBetweenItems, signal }: ProgrammeRendering = {},
): Promise<MasteredSound> {
  return inSoundWorker('programme', { items, gapSeconds, ...(title !== undefined && { title }) }, { signal })
}
