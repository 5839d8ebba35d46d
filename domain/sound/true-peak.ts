const taps = 12
const phases = [0.25, 0.5, 0.75]

/** Half of the taps on each side of the gap between two samples, windowed so that they fade to nothing. */
const kernels = phases.map(phase =>
  Float64Array.from({ length: taps }, (_, tap) => {
    const x = tap - taps / 2 + 1 - phase
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
    return sinc * Math.cos((Math.PI * x) / (taps + 1)) ** 2
  }),
)

/**
 * For each sample the highest the wave comes at it or on the way to the next, by fourfold oversampling (BS.1770-4 annex 2).
 * Samples under half of `ceiling` are not looked between: a wave cannot come that far above its samples.
 */
export function truePeaks(samples: Float32Array, ceiling: number): Float32Array {
  const heights = new Float32Array(samples.length)
  for (let at = 0; at < samples.length; at++) heights[at] = Math.abs(samples[at]!)
  for (let at = 0; at < samples.length - 1; at++) {
    if (heights[at]! < ceiling / 2 && heights[at + 1]! < ceiling / 2) continue
    for (const kernel of kernels) {
      let value = 0
      for (let tap = 0; tap < taps; tap++) value += kernel[tap]! * (samples[at + tap - taps / 2 + 1] ?? 0)
      const height = Math.abs(value)
      if (height > heights[at]!) heights[at] = height
      if (height > heights[at + 1]!) heights[at + 1] = height
    }
  }
  return heights
}

/** The true peak of the whole sound as an amplitude; 1 is full scale. */
export function truePeak(samples: Float32Array): number {
  return highest(truePeaks(samples, highest(samples)))
}

function highest(samples: Float32Array): number {
  let most = 0
  for (let at = 0; at < samples.length; at++) most = Math.max(most, Math.abs(samples[at]!))
  return most
}
