import { createHash } from 'node:crypto'
import { Refusal } from '@nguon/contract/platform'
import { soundRefusals } from '@nguon/contract/sound'
import {
  decibels,
  integratedLoudness,
  normaliseLoudness,
  type Pcm,
  resample,
  secondsOf,
  truePeak,
  waveform,
} from '@nguon/domain/sound'
import type { Sha256 } from '@nguon/domain/platform'
import { decodeMp3 } from './decode-mp3.ts'
import { encodeMp3 } from './encode-mp3.ts'
import type { Mp3Tags } from './mp3-tags.ts'
import { houseRate } from './sound-limits.ts'

const waveformBins = 400
const lostInCodingLu = 1.5
const addedByCodingSeconds = 0.3

/** A sound as it is stored and sent to devices. The figures are measured on what the bytes decode to. */
export interface MasteredSound {
  readonly bytes: Uint8Array
  readonly mimeType: 'audio/mpeg'
  readonly sha256: Sha256
  readonly seconds: number
  readonly loudnessLufs: number
  readonly truePeakDbfs: number
  /** 400 peaks from 0 to 1. */
  readonly waveform: readonly number[]
}

/**
 * Brings a sound to the house's rate and loudness, encodes it once, and decodes it again to see that it is all there.
 * @throws SOUND_SILENT when there is nothing to bring to a loudness, SOUND_BROKEN when coding lost it
 */
export async function masterSound(pcm: Pcm, tags: Mp3Tags): Promise<MasteredSound> {
  const wanted = await encodeAtLoudness(pcm, tags)
  const { bytes } = wanted
  const decoded = await decodeMp3(bytes)
  const loudnessLufs = integratedLoudness(decoded)
  const longer = secondsOf(decoded) - wanted.seconds
  if (Math.abs(loudnessLufs - wanted.loudnessLufs) > lostInCodingLu || longer < 0 || longer > addedByCodingSeconds) {
    throw new Refusal(soundRefusals.SOUND_BROKEN)
  }
  return {
    bytes,
    mimeType: 'audio/mpeg',
    sha256: createHash('sha256').update(bytes).digest('hex') as Sha256,
    seconds: round(secondsOf(decoded), 3),
    loudnessLufs: round(loudnessLufs, 2),
    truePeakDbfs: round(decibels(truePeak(decoded.samples)), 2),
    waveform: waveform(decoded, waveformBins),
  }
}

/** On its own, so that the samples are let go before the bytes are decoded: an hour of them is 300 MB. */
async function encodeAtLoudness(pcm: Pcm, tags: Mp3Tags) {
  const { pcm: normalised, loudnessLufs } = normaliseLoudness(resample(pcm, houseRate))
  if (loudnessLufs === -Infinity) throw new Refusal(soundRefusals.SOUND_SILENT)
  return { bytes: await encodeMp3(normalised, { tags }), loudnessLufs, seconds: secondsOf(normalised) }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
