import type { Biquad } from './biquad.ts'
import type { Pcm } from './pcm.ts'

const blockSteps = 4
const absoluteGate = -70
const relativeGate = -10

/**
 * Integrated loudness in LUFS of a mono sound after ITU-R BS.1770-4 (EBU R 128): K-weighting, blocks of 400 ms
 * overlapping by three quarters, gates at -70 LUFS and at 10 LU under the ungated mean.
 * `-Infinity` when no block passes the gates: silence, or a sound shorter than one block.
 */
export function integratedLoudness(pcm: Pcm): number {
  const blocks = blockPowers(pcm)
  const audible = blocks.filter(power => loudnessOf(power) > absoluteGate)
  const gate = loudnessOf(mean(audible)) + relativeGate
  return loudnessOf(mean(audible.filter(power => loudnessOf(power) > gate)))
}

/** The shelf and the high-pass of BS.1770 for any rate, by bilinear transform of their analogue prototypes. */
function kWeighting(rate: number): readonly [Biquad, Biquad] {
  const shelf = { frequency: 1681.974450955533, gain: 3.999843853973347, quality: 0.7071752369554196 }
  const k = Math.tan((Math.PI * shelf.frequency) / rate)
  const high = 10 ** (shelf.gain / 20)
  const band = high ** 0.4996667741545416
  const a0 = 1 + k / shelf.quality + k * k
  const low = { frequency: 38.13547087602444, quality: 0.5003270373238773 }
  const j = Math.tan((Math.PI * low.frequency) / rate)
  const c0 = 1 + j / low.quality + j * j
  return [
    {
      b0: (high + (band * k) / shelf.quality + k * k) / a0,
      b1: (2 * (k * k - high)) / a0,
      b2: (high - (band * k) / shelf.quality + k * k) / a0,
      a1: (2 * (k * k - 1)) / a0,
      a2: (1 - k / shelf.quality + k * k) / a0,
    },
    { b0: 1, b1: -2, b2: 1, a1: (2 * (j * j - 1)) / c0, a2: (1 - j / low.quality + j * j) / c0 },
  ]
}

/** Mean square of each 400 ms block of the weighted sound, one block every 100 ms. */
function blockPowers({ samples, rate }: Pcm): number[] {
  const stepCount = Math.floor((samples.length / rate) * 10)
  const steps: number[] = []
  // Both sections run here rather than by `filter`: an hour of sound would otherwise be held three times.
  const [shelf, high] = kWeighting(rate)
  let [s1, s2, h1, h2] = [0, 0, 0, 0]
  for (let step = 0; step < stepCount; step++) {
    const from = Math.round((step * rate) / 10)
    const to = Math.round(((step + 1) * rate) / 10)
    let sum = 0
    for (let index = from; index < to; index++) {
      const input = samples[index]!
      const shelved = shelf.b0 * input + s1
      s1 = shelf.b1 * input - shelf.a1 * shelved + s2
      s2 = shelf.b2 * input - shelf.a2 * shelved
      const weighted = high.b0 * shelved + h1
      h1 = high.b1 * shelved - high.a1 * weighted + h2
      h2 = high.b2 * shelved - high.a2 * weighted
      sum += weighted * weighted
    }
    steps.push(sum / (to - from))
  }
  return steps.slice(0, Math.max(0, stepCount - blockSteps + 1)).map((_, at) => mean(steps.slice(at, at + blockSteps)))
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function loudnessOf(power: number): number {
  return -0.691 + 10 * Math.log10(power)
}
