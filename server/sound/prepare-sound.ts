import { inSoundWorker } from './in-sound-worker.ts'
import type { MasteredSound } from './master-sound.ts'
import type { SoundCut } from './sound-jobs.ts'

export interface SoundPreparation extends SoundCut {
  readonly title?: string
  readonly signal?: AbortSignal
}

/**
 * Makes an uploaded or recorded file what loudspeakers play: checked by its content, cut, faded, brought to
 * -18 LUFS, encoded as MP3.
 * @throws SOUND_NOT_RECOGNISED, SOUND_TOO_LARGE, SOUND_TOO_LONG, SOUND_FORMAT_UNSUPPORTED, SOUND_BROKEN, SOUND_SILENT
 */
export function prepareSound(bytes: Uint8Array, preparation: SoundPreparation = {}): Promise<MasteredSound> {
  const { title, signal, ...cut } = preparation
  return inSoundWorker('prepare', { bytes, cut, ...(title !== undefined && { title }) }, { signal })
}
