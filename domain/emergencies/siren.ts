import { join, type Pcm, silence } from '@nguon/domain/sound'

interface Sweep {
  readonly fromHertz: number
  readonly toHertz: number
  readonly seconds: number
  /** Silence after it. */
  readonly pauseSeconds: number
}

export interface SirenRule {
  readonly vi: string
  readonly en: string
  /** What it is made of; sounded in this order. */
  readonly sweeps: readonly Sweep[]
}

const repeated = (times: number, ...sweeps: readonly Sweep[]) => Array.from({ length: times }, () => sweeps).flat()

const sweep = (fromHertz: number, toHertz: number, seconds: number, pauseSeconds = 0): Sweep => ({
  fromHertz,
  toHertz,
  seconds,
  pauseSeconds,
})

/**
 * The patterns before the speech. A drill has a chime of its own that nobody takes for a siren, and the all-clear one even
 * tone (E4.1).
 */
export const sirens = {
  wail: {
    vi: 'Còi hú lên xuống',
    en: 'Rising and falling siren',
    sweeps: repeated(3, sweep(420, 900, 2), sweep(900, 420, 2)),
  },
  fast: {
    vi: 'Còi hú dồn dập (nguy hiểm ngay)',
    en: 'Fast siren (danger at once)',
    sweeps: repeated(10, sweep(500, 1000, 0.5), sweep(1000, 500, 0.5)),
  },
  pulse: {
    vi: 'Còi ngắt quãng',
    en: 'Pulsed siren',
    sweeps: repeated(6, sweep(700, 700, 0.8, 0.4)),
  },
  steady: { vi: 'Hồi còi dài (báo yên)', en: 'One long tone (all-clear)', sweeps: [sweep(440, 440, 6)] },
  chime: {
    vi: 'Chuông ba tiếng (diễn tập)',
    en: 'Three chimes (drill)',
    sweeps: repeated(2, sweep(523, 523, 0.4, 0.1), sweep(659, 659, 0.4, 0.1), sweep(784, 784, 0.6, 0.5)),
  },
} as const satisfies Readonly<Record<string, SirenRule>>

export type SirenPattern = keyof typeof sirens

export const sirenPatterns = Object.keys(sirens) as [SirenPattern, ...SirenPattern[]]

/** The only pattern of a drill, which no emergency may use. */
export const drillSiren: SirenPattern = 'chime'

/** As loud as speech is brought to, -18 LUFS, so that nobody turns down what is said after it. */
const level = 0.2
const edgeSeconds = 0.02

/** The siren as sound, made here from tones: one phase runs through it, so that nothing clicks. */
export function siren(pattern: SirenPattern, rate: number): Pcm {
  let phase = 0
  const parts = sirens[pattern].sweeps.flatMap(({ fromHertz, toHertz, seconds, pauseSeconds }) => {
    const samples = new Float32Array(Math.round(seconds * rate))
    for (let index = 0; index < samples.length; index++) {
      const hertz = fromHertz + ((toHertz - fromHertz) * index) / samples.length
      phase = (phase + (2 * Math.PI * hertz) / rate) % (2 * Math.PI)
      // Horns carry the overtones further than the tone itself.
      const tone = Math.sin(phase) + 0.3 * Math.sin(2 * phase) + 0.15 * Math.sin(3 * phase)
      samples[index] = (level / 1.2) * tone * (pauseSeconds > 0 ? edge(index, samples.length, rate) : 1)
    }
    return [{ samples, rate }, silence(pauseSeconds, rate)]
  })
  return join(parts)
}

function edge(index: number, length: number, rate: number): number {
  return Math.min(1, index / (edgeSeconds * rate), (length - index) / (edgeSeconds * rate))
}
