import { expect, it } from 'vitest'
import { integratedLoudness } from './loudness.ts'
import { normaliseLoudness } from './normalise-loudness.ts'
import { decibels, join, type Pcm, scale, silence } from './pcm.ts'
import { truePeak } from './true-peak.ts'

function sine(frequency: number, seconds: number, amplitude: number, rate = 48_000): Pcm {
  const length = Math.round(seconds * rate)
  const step = (2 * Math.PI * frequency) / rate
  return { samples: Float32Array.from({ length }, (_, n) => amplitude * Math.sin(step * n)), rate }
}

/** A tone that swells and falls three times a second with a click now and then: peaks far above its loudness. */
function uneven(seconds: number, rate = 22_050): Pcm {
  const tone = sine(440, seconds, 0.1, rate)
  return {
    samples: tone.samples.map((sample, n) => (n % 3001 < 4 ? 0.95 : sample * (1 + Math.sin((6 * Math.PI * n) / rate)))),
    rate,
  }
}

it.each([48_000, 44_100, 32_000, 22_050, 16_000])(
  'BS.1770: a full-scale 997 Hz sine in one channel measures -3.01 LUFS at %i Hz',
  rate => {
    expect(integratedLoudness(sine(997, 3, 1, rate))).toBeCloseTo(-3.01, 1)
    expect(integratedLoudness(sine(997, 3, 0.1, rate))).toBeCloseTo(-23.01, 1)
  },
)

it('EBU Tech 3341: quiet passages under the relative gate do not count', () => {
  const loud = sine(1000, 10, 0.1)
  const gated = join([sine(1000, 4, 0.01), loud, sine(1000, 4, 0.01)])
  expect(Math.abs(integratedLoudness(gated) - integratedLoudness(loud))).toBeLessThan(0.2)
})

it('silence and what is shorter than a block have no loudness, and are given back as they are', () => {
  for (const pcm of [silence(3, 22_050), silence(0, 22_050), sine(997, 0.3, 1)]) {
    expect(integratedLoudness(pcm)).toBe(-Infinity)
    expect(normaliseLoudness(pcm).pcm).toBe(pcm)
  }
})

it.each([
  ['a steady tone', sine(997, 2, 0.9)],
  ['a faint tone', sine(997, 2, 0.003)],
  ['an uneven sound with clicks', uneven(3)],
  ['a faint uneven sound', scale(uneven(3), 0.02)],
])('%s comes to -18 LUFS with its true peaks under -1 dBFS', (_, pcm) => {
  const { pcm: normalised, loudnessLufs } = normaliseLoudness(pcm)
  expect(integratedLoudness(normalised)).toBeCloseTo(loudnessLufs, 6)
  expect(Math.abs(loudnessLufs - -18)).toBeLessThanOrEqual(0.1)
  expect(decibels(truePeak(normalised.samples))).toBeLessThanOrEqual(-0.9)
})

it('the true peak of a sine sampled off its crests is found between the samples', () => {
  const { samples } = sine(12_000, 0.1, 1, 48_000)
  const offCrest = samples.map((_, n) => Math.sin((Math.PI / 2) * n + Math.PI / 4))
  expect(Math.max(...offCrest)).toBeLessThan(0.72)
  expect(truePeak(offCrest.subarray(100, -100))).toBeCloseTo(1, 1)
})
