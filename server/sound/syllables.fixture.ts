import type { Pcm } from '@nguon/domain/sound'

/** @NOTE For tests: a tone that comes and goes four times a second at changing height, as speech does. */
export function syllables(seconds: number, rate = 22_050, amplitude = 0.3): Pcm {
  const samples = Float32Array.from({ length: Math.round(seconds * rate) }, (_, index) => {
    const time = index / rate
    const strength = Math.sin(4 * Math.PI * time) ** 2 * (0.4 + 0.6 * Math.sin(2.3 * time) ** 2)
    const tone = Math.sin(2 * Math.PI * 140 * time) + Math.sin(2 * Math.PI * 900 * time) / 2
    return (amplitude * strength * tone) / 1.5
  })
  return { samples, rate }
}
