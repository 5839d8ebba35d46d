import { filter, highPass, lowPass } from './biquad.ts'
import { peak, type Pcm, scale } from './pcm.ts'

const lowEdge = 400
const highEdge = 4000
const drive = 2.2
/** What a listener between two clusters hears after the near horn: how much later, how loud. */
const echoes = [
  { seconds: 0.13, level: 0.32 },
  { seconds: 0.29, level: 0.16 },
]
const outputPeak = 0.8

/**
 * "Nghe thử như ngoài loa": the sound as a horn on a pole gives it some hundred metres off — 400 to 4,000 Hz, a
 * driver near its limit, two echoes from neighbouring clusters and walls. For listening only, never for sending out.
 */
export function hornFilter(pcm: Pcm): Pcm {
  const { rate } = pcm
  const band = filter(pcm.samples, [
    highPass(lowEdge, rate),
    highPass(lowEdge, rate),
    lowPass(highEdge, rate),
    lowPass(highEdge, rate),
  ])
  const loudest = peak({ samples: band, rate }) || 1
  const driven = band.map(sample => Math.tanh((drive * sample) / loudest) / Math.tanh(drive))
  const tail = Math.round(Math.max(...echoes.map(echo => echo.seconds)) * rate)
  const samples = new Float32Array(driven.length + tail)
  samples.set(driven)
  for (const { seconds, level } of echoes) {
    const delay = Math.round(seconds * rate)
    const far = filter(driven, [lowPass(highEdge / 2, rate)])
    for (let index = 0; index < far.length; index++) samples[index + delay]! += far[index]! * level
  }
  return scale({ samples, rate }, outputPeak / (peak({ samples, rate }) || 1))
}
