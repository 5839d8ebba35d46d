import { Refusal } from '@nguon/contract/platform'
import { soundRefusals } from '@nguon/contract/sound'
import { fileTypeFromBuffer } from 'file-type'
import { largestSoundBytes } from './sound-limits.ts'

/**
 * What we take, by the name `file-type` gives the content, and who decodes it: ourselves, or ffmpeg told which of
 * its readers to use, so that no file can make it open another.
 */
const readers: Readonly<Record<string, string>> = {
  mp3: 'mp3',
  wav: 'wav',
  ogg: 'ogg',
  oga: 'ogg',
  opus: 'ogg',
  spx: 'ogg',
  flac: 'flac',
  m4a: 'mov',
  m4b: 'mov',
  mp4: 'mov',
  '3gp': 'mov',
  '3g2': 'mov',
  webm: 'matroska',
  mkv: 'matroska',
  aac: 'aac',
  amr: 'amr',
  aif: 'aiff',
  asf: 'asf',
  wma: 'asf',
}

export interface SoundType {
  /** The usual ending of such a file, by its content. */
  readonly extension: string
  readonly mimeType: string
  /** `mp3` and `wav` are read here, the others by ffmpeg's reader of this name. */
  readonly reader: string
}

/**
 * What a file is by its content, whatever its name says.
 * @throws SOUND_NOT_RECOGNISED with what it is instead, SOUND_TOO_LARGE
 */
export async function probeSound(bytes: Uint8Array): Promise<SoundType> {
  if (bytes.length > largestSoundBytes) {
    throw new Refusal(soundRefusals.SOUND_TOO_LARGE, { limit: largestSoundBytes / 2 ** 20 })
  }
  const type = await fileTypeFromBuffer(bytes)
  const reader = type && readers[type.ext]
  if (!type || !reader) throw new Refusal(soundRefusals.SOUND_NOT_RECOGNISED, { found: type?.mime ?? 'text/plain' })
  return { extension: type.ext, mimeType: type.mime, reader }
}
