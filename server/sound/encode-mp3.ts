import type { Pcm } from '@nguon/domain/sound'
import { createMp3Encoder } from 'wasm-media-encoders'
import { type Mp3Tags, tagMp3 } from './mp3-tags.ts'

const framesAtOnce = 1152 * 20
/** LAME turns everything down by this before encoding; -18 LUFS must stay -18 LUFS. */
const lameScale = 0.95
const rates = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000] as const

export interface Mp3Options {
  readonly bitrateKbps?: 32 | 48 | 64 | 96 | 128
  readonly tags?: Mp3Tags
}

/**
 * Mono MP3 of constant bit rate at the sound's own rate, which must be one that MP3 knows. Takes a few milliseconds
 * a second of sound without a break: for more than a few seconds call it in the sound worker.
 */
export async function encodeMp3(pcm: Pcm, { bitrateKbps = 64, tags = {} }: Mp3Options = {}): Promise<Uint8Array> {
  const rate = rates.find(rate => rate === pcm.rate)
  if (!rate) throw new RangeError(`MP3 knows no rate of ${pcm.rate} Hz`)
  const encoder = await createMp3Encoder()
  encoder.configure({ channels: 1, sampleRate: rate, bitrate: bitrateKbps, outputSampleRate: rate })
  const parts: Uint8Array[] = []
  for (let at = 0; at < pcm.samples.length; at += framesAtOnce) {
    // What the encoder returns lies in its own memory and is overwritten by the next call.
    const frames = pcm.samples.slice(at, at + framesAtOnce)
    for (let index = 0; index < frames.length; index++) frames[index]! /= lameScale
    parts.push(encoder.encode([frames]).slice())
  }
  parts.push(encoder.finalize().slice())
  return tagMp3(Buffer.concat(parts), tags)
}
