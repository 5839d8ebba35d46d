import { expect, it } from 'vitest'
import { hornFilter } from './horn-filter.ts'
import { peak, type Pcm, rms, secondsOf } from './pcm.ts'
import { resample } from './resample.ts'

function sine(frequency: number, rate: number): Pcm {
  const step = (2 * Math.PI * frequency) / rate
  return { samples: Float32Array.from({ length: rate }, (_, n) => 0.5 * Math.sin(step * n)), rate }
}

it.each([
  [48_000, 22_050],
  [44_100, 22_050],
  [22_050, 48_000],
  [16_000, 44_100],
  [44_099, 24_000],
])('a tone resampled from %i to %i Hz is the tone made at that rate', (from, to) => {
  const made = resample(sine(1000, from), to)
  expect(secondsOf(made)).toBeCloseTo(1, 3)
  const margin = to / 100
  const error = sine(1000, to).samples.map((sample, n) => sample - (made.samples[n] ?? 0))
  expect(peak({ samples: error.subarray(margin, -margin), rate: to })).toBeLessThan(0.001)
})

it('what the lower rate cannot carry is taken out, not folded down', () => {
  const made = resample(sine(15_000, 48_000), 22_050)
  expect(rms({ samples: made.samples.subarray(500, -500), rate: 22_050 })).toBeLessThan(0.0005)
})

it('V2: a horn lets the middle of speech through, holds back what is under 200 and over 8,000 Hz, and adds an echo', () => {
  const heard = (frequency: number) => {
    const mixed = { samples: sine(frequency, 44_100).samples, rate: 44_100 }
    mixed.samples.set(sine(1000, 44_100).samples.subarray(0, 4410))
    const { samples } = hornFilter(mixed)
    return rms({ samples: samples.subarray(30_000, 40_000), rate: 44_100 })
  }
  expect(heard(1000) / heard(120)).toBeGreaterThan(8)
  expect(heard(1000) / heard(10_000)).toBeGreaterThan(8)
  const { samples } = hornFilter(sine(1000, 44_100))
  expect(secondsOf({ samples, rate: 44_100 })).toBeCloseTo(1.29, 2)
  expect(rms({ samples: samples.subarray(45_000, 56_000), rate: 44_100 })).toBeGreaterThan(0.02)
  expect(peak({ samples, rate: 44_100 })).toBeCloseTo(0.8, 5)
})
