import type { FileHandle } from 'node:fs/promises'
import { MPEGDecoder } from 'mpg123-decoder'
import type { VolumeLevel } from '@nguon/domain/player'

export interface PcmBlock {
  readonly sampleRate: number
  /** Mono, signed 16 bits. */
  readonly samples: Int16Array
}

/** Two seconds of 64 kbit/s. */
const readBytes = 16_384

/**
 * Decodes MP3 block by block, from `offsetSeconds` for at most `seconds`, mixed to mono, each sample at the volume of its
 * moment: `level` percent of the amplitude, so that 100 is the sound as it was approved.
 */
export async function* decodePcm(
  file: FileHandle,
  part: { readonly offsetSeconds: number; readonly seconds: number; readonly levels: readonly VolumeLevel[] },
): AsyncGenerator<PcmBlock> {
  const decoder = new MPEGDecoder()
  await decoder.ready
  try {
    let position = 0
    let produced = 0
    for (const buffer = Buffer.alloc(readBytes); ; ) {
      const { bytesRead } = await file.read(buffer, 0, readBytes, position)
      if (bytesRead === 0) return
      position += bytesRead
      const { channelData, samplesDecoded, sampleRate } = decoder.decode(new Uint8Array(buffer.subarray(0, bytesRead)))
      if (samplesDecoded === 0) continue
      const first = Math.round(part.offsetSeconds * sampleRate)
      const last = first + Math.round(part.seconds * sampleRate)
      const from = Math.max(0, first - produced)
      const until = Math.min(samplesDecoded, last - produced)
      if (from < until) {
        const played = produced + from - first
        yield {
          sampleRate,
          samples: mix(channelData, from, until, index => gainAt(part.levels, (played + index) / sampleRate)),
        }
      }
      produced += samplesDecoded
      if (produced >= last) return
    }
  } finally {
    decoder.free()
  }
}

function mix(
  channels: readonly Float32Array[],
  from: number,
  until: number,
  gain: (index: number) => number,
): Int16Array {
  const samples = new Int16Array(until - from)
  for (let index = 0; index < samples.length; index++) {
    let sum = 0
    for (const channel of channels) sum += channel[from + index] ?? 0
    const value = Math.round((sum / channels.length) * gain(index) * 32_767)
    samples[index] = Math.max(-32_768, Math.min(32_767, value))
  }
  return samples
}

function gainAt(levels: readonly VolumeLevel[], seconds: number): number {
  let volume = 0
  for (const level of levels) if (level.fromSeconds <= seconds) ({ volume } = level)
  return volume / 100
}
