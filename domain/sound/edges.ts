import { amplitudeOf, peak, type Pcm } from './pcm.ts'

/** Lets the sound rise over its first and fall over its last seconds, along half a cosine. */
export function fade({ samples, rate }: Pcm, inSeconds: number, outSeconds: number): Pcm {
  const rise = Math.min(samples.length, Math.round(inSeconds * rate))
  const fall = Math.min(samples.length, Math.round(outSeconds * rate))
  const shaped = samples.map((sample, index) => {
    const fromEnd = samples.length - 1 - index
    return sample * slope(index, rise) * slope(fromEnd, fall)
  })
  return { samples: shaped, rate }
}

function slope(index: number, length: number): number {
  return index < length ? (1 - Math.cos((Math.PI * index) / length)) / 2 : 1
}

/** The part from `fromSeconds` up to `toSeconds`, held within the sound. */
export function trim({ samples, rate }: Pcm, fromSeconds: number, toSeconds: number): Pcm {
  const from = Math.max(0, Math.round(fromSeconds * rate))
  return { samples: samples.slice(from, Math.max(from, Math.round(toSeconds * rate))), rate }
}

/** Without the quiet at both ends: what lies 45 dB under the loudest sample, but for `keepSeconds` of it. */
export function trimSilence(pcm: Pcm, keepSeconds = 0.02): Pcm {
  const audible = peak(pcm) * amplitudeOf(-45)
  const first = pcm.samples.findIndex(sample => Math.abs(sample) > audible)
  if (first < 0) return { samples: new Float32Array(0), rate: pcm.rate }
  const last = pcm.samples.findLastIndex(sample => Math.abs(sample) > audible)
  return trim(pcm, first / pcm.rate - keepSeconds, (last + 1) / pcm.rate + keepSeconds)
}
