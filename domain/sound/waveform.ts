import type { Pcm } from './pcm.ts'

/** `bins` peaks from 0 to 1, rounded to hundredths, for drawing the sound as a line of bars. */
export function waveform({ samples }: Pcm, bins: number): number[] {
  return Array.from({ length: bins }, (_, bin) => {
    const from = Math.floor((bin * samples.length) / bins)
    const to = Math.floor(((bin + 1) * samples.length) / bins)
    let highest = 0
    for (let index = from; index < to; index++) highest = Math.max(highest, Math.abs(samples[index]!))
    return Math.round(Math.min(1, highest) * 100) / 100
  })
}
