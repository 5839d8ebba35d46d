import type { Pcm } from './pcm.ts'

const zeroCrossings = 24
const phases = 512
const kaiserBeta = 8.6

/**
 * The same sound at another rate: a Kaiser-windowed sinc, cut off just below the lower of the two Nyquist
 * frequencies. The kernel is kept at 512 phases and read between them, so memory does not grow with odd ratios.
 */
export function resample({ samples, rate }: Pcm, toRate: number): Pcm {
  if (rate === toRate) return { samples, rate }
  const cutoff = Math.min(1, toRate / rate) * 0.97
  const reach = Math.ceil(zeroCrossings / cutoff)
  const kernel = sincKernel(cutoff, reach)
  const step = rate / toRate
  const out = new Float32Array(Math.max(samples.length > 0 ? 1 : 0, Math.round(samples.length / step)))
  for (let index = 0; index < out.length; index++) {
    const position = index * step
    const centre = Math.floor(position)
    const shift = (position - centre) * phases
    let sum = 0
    const first = Math.max(0, centre - reach + 1)
    const last = Math.min(samples.length - 1, centre + reach)
    for (let at = first; at <= last; at++) {
      const place = Math.abs((at - centre) * phases - shift)
      const whole = Math.floor(place)
      const below = kernel[whole]!
      sum += samples[at]! * (below + (kernel[whole + 1]! - below) * (place - whole))
    }
    out[index] = sum
  }
  return { samples: out, rate: toRate }
}

/** One half of the symmetric kernel, `phases` points for each input sample. */
function sincKernel(cutoff: number, reach: number): Float64Array {
  const whole = bessel(kaiserBeta)
  return Float64Array.from({ length: reach * phases + 2 }, (_, point) => {
    const x = point / phases
    if (x >= reach) return 0
    const angle = Math.PI * x * cutoff
    const sinc = x === 0 ? 1 : Math.sin(angle) / angle
    return cutoff * sinc * (bessel(kaiserBeta * Math.sqrt(1 - (x / reach) ** 2)) / whole)
  })
}

/** The modified Bessel function of the first kind and order zero. */
function bessel(x: number): number {
  let sum = 1
  let term = 1
  for (let n = 1; term > sum * 1e-12; n++) {
    term *= (x / (2 * n)) ** 2
    sum += term
  }
  return sum
}
