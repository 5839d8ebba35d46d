import { integratedLoudness } from './loudness.ts'
import { amplitudeOf, type Pcm } from './pcm.ts'
import { truePeaks } from './true-peak.ts'

/** Every bulletin, jingle and recording goes out at this loudness, so that no neighbour is louder than another. */
export const targetLufs = -18
/** Room for what MP3 coding adds. */
export const ceilingDbfs = -1

const attackSeconds = 0.005
const releaseSeconds = 0.08
const tolerance = 0.03
const overshoot = 1.3

export interface Normalised {
  readonly pcm: Pcm
  /** Measured after limiting. */
  readonly loudnessLufs: number
}

/**
 * Brings a sound to `target` LUFS and holds its true peaks under `ceiling` dBFS. Within 0.03 LU where the limiter
 * leaves room. A sound with no measurable loudness comes back as it was.
 */
export function normaliseLoudness(pcm: Pcm, target = targetLufs, ceiling = ceilingDbfs): Normalised {
  const loudnessBefore = integratedLoudness(pcm)
  if (loudnessBefore === -Infinity) return { pcm, loudnessLufs: loudnessBefore }
  // One buffer for all rounds: an hour of sound is 300 MB.
  const samples = new Float32Array(pcm.samples.length)
  const result = { samples, rate: pcm.rate }
  let gain = target - loudnessBefore
  let loudnessLufs = target
  for (let round = 0; round === 0 || (round < 4 && Math.abs(loudnessLufs - target) > tolerance); round++) {
    // The limiter takes a part of what is added.
    gain += (target - loudnessLufs) * overshoot
    const factor = amplitudeOf(gain)
    for (let index = 0; index < samples.length; index++) samples[index] = pcm.samples[index]! * factor
    loudnessLufs = limit(result, amplitudeOf(ceiling)) ? integratedLoudness(result) : loudnessBefore + gain
  }
  return { pcm: result, loudnessLufs }
}

/**
 * Turns the sound down, in place, just around what passes `ceiling`: down over a few milliseconds before it, up again
 * over many after it. The gain is never above what a sample needs, so nothing is clipped. Whether there was need.
 */
function limit({ samples, rate }: Pcm, ceiling: number): boolean {
  const gains = truePeaks(samples, ceiling)
  let needed = false
  for (let index = 0; index < gains.length; index++) {
    if (gains[index]! > ceiling) needed = true
    gains[index] = gains[index]! > ceiling ? ceiling / gains[index]! : 1
  }
  if (!needed) return false
  const attack = 1 - Math.exp(-1 / (attackSeconds * rate))
  const release = 1 - Math.exp(-1 / (releaseSeconds * rate))
  for (let index = gains.length - 2; index >= 0; index--) {
    const next = gains[index + 1]!
    gains[index] = Math.min(gains[index]!, next + (1 - next) * attack)
  }
  let before = 1
  for (let index = 0; index < gains.length; index++) {
    before = Math.min(gains[index]!, before + (1 - before) * release)
    samples[index]! *= before
  }
  return true
}
