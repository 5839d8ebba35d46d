import { integratedLoudness } from './loudness.ts'
import { amplitudeOf, type Pcm, scale } from './pcm.ts'
import { truePeaks } from './true-peak.ts'

/** Every bulletin, jingle and recording goes out at this loudness, so that no neighbour is louder than another. */
export const targetLufs = -18
/** Room for what MP3 coding adds. */
export const ceilingDbfs = -1

const attackSeconds = 0.005
const releaseSeconds = 0.08

export interface Normalised {
  readonly pcm: Pcm
  /** Measured after limiting. */
  readonly loudnessLufs: number
}

/**
 * Brings a sound to `target` LUFS and holds its true peaks under `ceiling` dBFS. Within 0.1 LU where the limiter
 * leaves room. A sound with no measurable loudness comes back as it was.
 */
export function normaliseLoudness(pcm: Pcm, target = targetLufs, ceiling = ceilingDbfs): Normalised {
  const loudnessBefore = integratedLoudness(pcm)
  if (loudnessBefore === -Infinity) return { pcm, loudnessLufs: loudnessBefore }
  let gain = target - loudnessBefore
  let result = raised(pcm, gain, ceiling, loudnessBefore)
  for (let round = 0; round < 3 && Math.abs(result.loudnessLufs - target) > 0.1; round++) {
    gain += target - result.loudnessLufs
    result = raised(pcm, gain, ceiling, loudnessBefore)
  }
  return result
}

function raised(pcm: Pcm, gain: number, ceiling: number, loudnessBefore: number): Normalised {
  const louder = scale(pcm, amplitudeOf(gain))
  const held = limit(louder, amplitudeOf(ceiling))
  return { pcm: louder, loudnessLufs: held ? integratedLoudness(louder) : loudnessBefore + gain }
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
