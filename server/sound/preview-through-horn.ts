import { inSoundWorker } from './in-sound-worker.ts'

/**
 * "Nghe thử như ngoài loa": the approved MP3 as it will sound some hundred metres from a horn, as MP3.
 * @throws SOUND_BROKEN, SOUND_TOO_LONG
 */
export function previewThroughHorn(mp3: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
  return inSoundWorker('horn', { mp3 }, { signal })
}
