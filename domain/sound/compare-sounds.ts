import { coverage, envelope, envelopeCorrelation, hopSeconds } from './envelope.ts'
import { type Pcm, secondsOf } from './pcm.ts'

/** What a render must reach to count as the approved sound. Another voice reading the same text stays near 0.6. */
export const provenCorrelation = 0.95
export const provenCoverage = 0.98

/** A start this much off is aligned before comparing (decoder delay, a sound card's buffer); anything later is a late start and fails. */
const alignedSeconds = 0.25

export interface Comparison {
  /** See `envelopeCorrelation`. */
  readonly correlation: number
  /** See `coverage`. */
  readonly coverage: number
  /** How much later the rendered sound starts than the approved one; negative when earlier. */
  readonly offsetSeconds: number
  /** The length of the rendered sound. */
  readonly seconds: number
  /** Both figures reach what counts as proof (incident I10: play-out is proven, not assumed). */
  readonly proven: boolean
}

/** Whether what came out is what was approved: compares the two envelopes at their best alignment. */
export function compareSounds(approved: Pcm, rendered: Pcm): Comparison {
  const expected = envelope(approved)
  const heard = envelope(rendered)
  const reach = Math.round(alignedSeconds / hopSeconds)
  let best = { correlation: -Infinity, offset: 0 }
  for (let distance = 0; distance <= reach; distance++) {
    for (const offset of distance === 0 ? [0] : [distance, -distance]) {
      const correlation = envelopeCorrelation(expected, heard, offset)
      if (correlation > best.correlation) best = { correlation, offset }
    }
  }
  const covered = coverage(expected, heard, best.offset)
  return {
    correlation: best.correlation,
    coverage: covered,
    offsetSeconds: best.offset * hopSeconds,
    seconds: secondsOf(rendered),
    proven: best.correlation >= provenCorrelation && covered >= provenCoverage,
  }
}
