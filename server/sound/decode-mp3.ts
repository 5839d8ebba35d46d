import { Refusal } from '@nguon/contract/platform'
import { soundRefusals } from '@nguon/contract/sound'
import type { Pcm } from '@nguon/domain/sound'
import { MPEGDecoder } from 'mpg123-decoder'
import { longestSoundSeconds } from './sound-limits.ts'

const bytesAtOnce = 64 * 1024

/**
 * Decodes an MP3 and mixes it down to one channel. Like `encodeMp3` it takes its time without a break.
 * @throws SOUND_BROKEN when it is no MP3 or more than a twentieth of it is damaged, SOUND_TOO_LONG
 */
export async function decodeMp3(bytes: Uint8Array): Promise<Pcm> {
  const decoder = new MPEGDecoder()
  await decoder.ready
  try {
    const parts: Float32Array[] = []
    let [rate, length, faults] = [0, 0, 0]
    for (let at = 0; at < bytes.length; at += bytesAtOnce) {
      const { channelData, samplesDecoded, sampleRate, errors } = decoder.decode(bytes.subarray(at, at + bytesAtOnce))
      faults += errors.length
      if (samplesDecoded === 0) continue
      if (rate !== 0 && rate !== sampleRate) throw new Refusal(soundRefusals.SOUND_BROKEN)
      rate = sampleRate
      length += samplesDecoded
      if (length > longestSoundSeconds * rate) {
        throw new Refusal(soundRefusals.SOUND_TOO_LONG, { limit: longestSoundSeconds / 60 })
      }
      parts.push(mixDown(channelData))
    }
    const frames = length / 1152
    if (length === 0 || faults > 1 + frames / 20) throw new Refusal(soundRefusals.SOUND_BROKEN)
    return { samples: joined(parts, length), rate }
  } finally {
    decoder.free()
  }
}

function mixDown(channels: readonly Float32Array[]): Float32Array {
  const [left = new Float32Array(0), right = left] = channels
  const mixed = new Float32Array(left.length)
  for (let index = 0; index < mixed.length; index++) mixed[index] = (left[index]! + right[index]!) / 2
  return mixed
}

function joined(parts: readonly Float32Array[], length: number): Float32Array {
  const samples = new Float32Array(length)
  let at = 0
  for (const part of parts) {
    samples.set(part, at)
    at += part.length
  }
  return samples
}
