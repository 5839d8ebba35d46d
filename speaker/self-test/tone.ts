import { toneSeconds } from '@nguon/domain/player'

export const toneRate = 16_000
export const toneHertz = 440

/** About 5 % of full scale: beside the pole one hears that it lives, in the houses nobody does. */
const loudest = 0.05 * 32_767
const fadeSeconds = 0.2

/** The tone, PCM of 16 bits, faded in and out so that a horn does not click. */
export function quietTone(): Int16Array {
  const frames = toneSeconds * toneRate
  return Int16Array.from({ length: frames }, (_, frame) => {
    const edge = Math.min(frame, frames - frame) / (fadeSeconds * toneRate)
    return Math.round(loudest * Math.min(1, edge) * Math.sin((2 * Math.PI * toneHertz * frame) / toneRate))
  })
}
