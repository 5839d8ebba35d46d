import type { Pcm } from './pcm.ts'

const windowSeconds = 0.025
/** One value of an envelope stands for this long. */
export const hopSeconds = 0.005

/** How loud the sound is over time: the root mean square of 25 ms around each instant, one value every 5 ms. */
export function envelope({ samples, rate }: Pcm): Float32Array {
  const half = Math.round((windowSeconds * rate) / 2)
  const sums = new Float64Array(samples.length + 1)
  for (let index = 0; index < samples.length; index++) sums[index + 1] = sums[index]! + samples[index]! ** 2
  return Float32Array.from({ length: Math.ceil(samples.length / rate / hopSeconds) }, (_, frame) => {
    const centre = Math.round(frame * hopSeconds * rate)
    const from = Math.max(0, centre - half)
    const to = Math.min(samples.length, centre + half)
    return to > from ? Math.sqrt((sums[to]! - sums[from]!) / (to - from)) : 0
  })
}

/**
 * Pearson's correlation, -1 to 1, of two envelopes when the second is read `offset` frames later. It runs to where
 * the longer of the two last sounds and takes the shorter as silent after its end, so a sound that was cut, or that
 * went on with something else, correlates badly. 0 when one of them never changes.
 */
export function envelopeCorrelation(approved: Float32Array, rendered: Float32Array, offset = 0): number {
  const length = Math.max(soundingLength(approved), soundingLength(rendered) - offset)
  let sumA = 0
  let sumB = 0
  let sumAA = 0
  let sumBB = 0
  let sumAB = 0
  for (let frame = 0; frame < length; frame++) {
    const a = approved[frame] ?? 0
    const b = rendered[frame + offset] ?? 0
    sumA += a
    sumB += b
    sumAA += a * a
    sumBB += b * b
    sumAB += a * b
  }
  const spread = (sumAA - sumA ** 2 / length) * (sumBB - sumB ** 2 / length)
  return length > 0 && spread > 0 ? (sumAB - (sumA * sumB) / length) / Math.sqrt(spread) : 0
}

const soundingUnderPeak = 0.01
const missingUnderExpected = 0.25

/**
 * The share, 0 to 1, of the time in which the approved sound is audible (within 40 dB of its loudest) that the
 * rendered one sounds too: there it must come within 12 dB of what the whole render's volume leads one to expect.
 * Volume alone therefore takes nothing away, but a gap, a cut or silence does.
 */
export function coverage(approved: Float32Array, rendered: Float32Array, offset = 0): number {
  const audible = highest(approved) * soundingUnderPeak
  const volume = median(ratios(approved, rendered, offset, audible))
  if (!(volume > soundingUnderPeak)) return 0
  let expected = 0
  let heard = 0
  for (let frame = 0; frame < approved.length; frame++) {
    const level = approved[frame]!
    if (level <= audible) continue
    expected += 1
    if ((rendered[frame + offset] ?? 0) >= level * volume * missingUnderExpected) heard += 1
  }
  return expected === 0 ? 0 : heard / expected
}

function ratios(approved: Float32Array, rendered: Float32Array, offset: number, audible: number): number[] {
  const found: number[] = []
  for (let frame = 0; frame < approved.length; frame++) {
    const ratio = (rendered[frame + offset] ?? 0) / approved[frame]!
    if (approved[frame]! > audible && ratio > soundingUnderPeak) found.push(ratio)
  }
  return found
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function highest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}

function soundingLength(values: Float32Array): number {
  const audible = highest(values) * soundingUnderPeak
  return audible === 0 ? 0 : values.findLastIndex(value => value > audible) + 1
}
