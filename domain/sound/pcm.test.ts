import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fade, trim, trimSilence } from './edges.ts'
import { fromInt16, join, type Pcm, secondsOf, silence, toInt16 } from './pcm.ts'
import { readWav, writeWav } from './wav.ts'
import { waveform } from './waveform.ts'

const int16s = fc
  .array(fc.integer({ min: -32768, max: 32767 }), { maxLength: 200 })
  .map(values => Int16Array.from(values))

it('16-bit samples come back from a sound as they were, also through a WAV file', () => {
  fc.assert(
    fc.property(int16s, fc.integer({ min: 8000, max: 48_000 }), (samples, rate) => {
      const pcm = fromInt16(samples, rate)
      expect(toInt16(pcm)).toEqual(samples)
      expect(readWav(writeWav(pcm))).toEqual(pcm)
    }),
  )
})

it('no bytes make the WAV reader fail other than by saying there is no sound', () => {
  const header = writeWav(silence(0.01, 8000))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 90 }), fc.nat(header.length), (noise, at) => {
      const bytes = header.slice()
      bytes.set(noise.subarray(0, bytes.length - at), at)
      const pcm = readWav(bytes)
      expect(pcm === undefined || pcm.samples.every(Number.isFinite)).toBe(true)
    }),
  )
})

it.each([
  ['0, as of a writer that was killed', 0],
  ['0xFFFFFFFF, as of a writer that streams', 0xffffffff],
  ['more than the file holds', 1_000_000],
])('a WAV file whose sizes say %s gives what is there', (_, size) => {
  const bytes = writeWav({ samples: Float32Array.of(0.5, -0.5, 0.25), rate: 22_050 })
  const view = new DataView(bytes.buffer)
  view.setUint32(4, size, true)
  view.setUint32(40, size, true)
  expect([...(readWav(bytes)?.samples ?? [])]).toEqual([0.5, -0.5, 0.25])
  expect(readWav(bytes.subarray(0, bytes.length - 1))?.samples.length).toBe(2)
})

it.each([
  [8, 1, [192, 64], [0.5, -0.5]],
  [24, 1, [0, 0, 64, 0, 0, 192], [0.5, -0.5]],
  [32, 1, [0, 0, 0, 64, 0, 0, 0, 192], [0.5, -0.5]],
  [32, 3, [0, 0, 0, 63, 0, 0, 192, 127], [0.5, 0]],
])('WAV with %i bits of kind %i is read; a float that is not a number is silence', (bits, kind, data, expected) => {
  const bytes = new Uint8Array([...writeWav(silence(0, 8000)), ...data])
  const view = new DataView(bytes.buffer)
  view.setUint16(20, kind, true)
  view.setUint16(34, bits, true)
  expect([...(readWav(bytes)?.samples ?? [])]).toEqual(expected)
})

it('stereo is mixed down to one channel', () => {
  const bytes = writeWav({ samples: Float32Array.of(0.5, 0.25, -0.5, 0), rate: 8000 })
  new DataView(bytes.buffer).setUint16(22, 2, true)
  expect([...(readWav(bytes)?.samples ?? [])]).toEqual([0.375, -0.25])
})

it('parts are joined with silence between them, and parts of two rates are refused', () => {
  const one: Pcm = { samples: Float32Array.of(1, 1), rate: 10 }
  expect([...join([one, one], 0.3).samples]).toEqual([1, 1, 0, 0, 0, 1, 1])
  expect(() => join([one, silence(1, 20)])).toThrow(RangeError)
})

it('trimming takes the quiet ends away and keeps the rest, also the quiet inside', () => {
  const spoken: Pcm = { samples: Float32Array.from({ length: 1000 }, () => 0.5), rate: 1000 }
  const padded = join([silence(0.4, 1000), spoken, silence(0.3, 1000), spoken, silence(2, 1000)])
  expect(secondsOf(trimSilence(padded, 0.05))).toBeCloseTo(2.4, 3)
  expect(secondsOf(trimSilence(silence(3, 1000)))).toBe(0)
  expect(trim(padded, 0.4, 1.4).samples).toEqual(spoken.samples)
})

it('a fade starts and ends at nothing, is whole in the middle and half way at half its length', () => {
  const flat: Pcm = { samples: new Float32Array(1001).fill(1), rate: 1000 }
  const { samples } = fade(flat, 0.2, 0.4)
  expect([samples[0], samples[100], samples[500], samples[1000]]).toEqual([0, expect.closeTo(0.5), 1, 0])
})

it('a waveform has a bar for each part, also of a sound shorter than its bars', () => {
  const pcm = join([silence(0.5, 1000), { samples: new Float32Array(500).fill(-0.5), rate: 1000 }])
  expect(waveform(pcm, 4)).toEqual([0, 0, 0.5, 0.5])
  expect(waveform({ samples: Float32Array.of(1), rate: 1000 }, 3)).toEqual([0, 0, 1])
})
