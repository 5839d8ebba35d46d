/** A second-order filter, normalised so that a0 = 1. */
export interface Biquad {
  readonly b0: number
  readonly b1: number
  readonly b2: number
  readonly a1: number
  readonly a2: number
}

/** Runs the sections one after the other over a copy of the samples (transposed direct form II, in double precision). */
export function filter(samples: Float32Array, sections: readonly Biquad[]): Float32Array {
  let current = samples
  for (const { b0, b1, b2, a1, a2 } of sections) {
    const out = new Float32Array(current.length)
    let s1 = 0
    let s2 = 0
    for (let index = 0; index < current.length; index++) {
      const input = current[index]!
      const output = b0 * input + s1
      s1 = b1 * input - a1 * output + s2
      s2 = b2 * input - a2 * output
      out[index] = output
    }
    current = out
  }
  return current
}

/** Cookbook sections of Robert Bristow-Johnson; `quality` 0.7071 is Butterworth. */
export function highPass(frequency: number, rate: number, quality = Math.SQRT1_2): Biquad {
  const { cosine, alpha } = angle(frequency, rate, quality)
  const a0 = 1 + alpha
  const b = (1 + cosine) / 2 / a0
  return { b0: b, b1: -2 * b, b2: b, a1: (-2 * cosine) / a0, a2: (1 - alpha) / a0 }
}

export function lowPass(frequency: number, rate: number, quality = Math.SQRT1_2): Biquad {
  const { cosine, alpha } = angle(frequency, rate, quality)
  const a0 = 1 + alpha
  const b = (1 - cosine) / 2 / a0
  return { b0: b, b1: 2 * b, b2: b, a1: (-2 * cosine) / a0, a2: (1 - alpha) / a0 }
}

function angle(frequency: number, rate: number, quality: number) {
  const omega = (2 * Math.PI * Math.min(frequency, rate * 0.49)) / rate
  return { cosine: Math.cos(omega), alpha: Math.sin(omega) / (2 * quality) }
}
