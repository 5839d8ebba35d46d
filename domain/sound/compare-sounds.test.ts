import { describe, expect, it } from 'vitest'
import { compareSounds } from './compare-sounds.ts'
import { trim } from './edges.ts'
import { join, type Pcm, scale, silence } from './pcm.ts'
import { resample } from './resample.ts'

const rate = 16_000

/** Syllables of chance length, level and pause, from a seed: two seeds are two readings. */
function reading(seed: number, syllables: number): Pcm {
  let state = seed
  const chance = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
  const parts = Array.from({ length: syllables }, () => {
    const length = Math.round((0.1 + chance() * 0.2) * rate)
    const [level, pitch] = [0.1 + chance() * 0.5, 110 + chance() * 60]
    const samples = Float32Array.from({ length }, (_, n) => {
      const tone = Math.sin((2 * Math.PI * pitch * n) / rate) + 0.5 * Math.sin((2 * Math.PI * 5 * pitch * n) / rate)
      return level * tone * 0.6 * Math.sin((Math.PI * n) / length)
    })
    return join([{ samples, rate }, silence(chance() < 0.15 ? 0.4 : 0.02, rate)])
  })
  return join(parts)
}

const approved = reading(1, 60)
const seconds = approved.samples.length / rate
const muteBetween = (from: number, to: number): Pcm => ({
  samples: approved.samples.map((sample, n) => (n > from * rate && n < to * rate ? 0 : sample)),
  rate,
})

describe('what counts as proof that the approved sound came out (I10)', () => {
  it.each<[string, Pcm]>([
    ['the same sound', approved],
    ['the same sound, quieter by 20 dB', scale(approved, 0.1)],
    ['the same sound, 60 ms late', join([silence(0.06, rate), approved])],
    ['the same sound without its first 100 ms of nothing', trim(join([silence(0.1, rate), approved]), 0.05, 99)],
    ['the same sound from a sink of another rate', resample(approved, 44_100)],
    ['the same sound and then silence', join([approved, silence(20, rate)])],
  ])('%s', (_, rendered) => {
    expect(compareSounds(approved, rendered)).toMatchObject({ proven: true })
  })
})

describe('what is no proof (I10: "played 4 s of 38 s" is a failure)', () => {
  it.each<[string, Pcm]>([
    ['another reading', reading(2, 60)],
    ['silence', silence(seconds, rate)],
    ['nothing at all', silence(0, rate)],
    ['half of it', trim(approved, 0, seconds / 2)],
    ['only the first four seconds', trim(approved, 0, 4)],
    ['a gap of a second', muteBetween(5, 6)],
    ['its last second missing', trim(approved, 0, seconds - 1)],
    ['its first second missing', trim(approved, 1, seconds)],
    ['two seconds late', join([silence(2, rate), approved])],
    ['half a second late', join([silence(0.5, rate), approved])],
    ['it, and then something else', join([approved, reading(3, 40)])],
    ['noise as loud as it', { samples: approved.samples.map((_, n) => Math.sin(n * n) * 0.3), rate }],
  ])('%s', (_, rendered) => {
    expect(compareSounds(approved, rendered).proven).toBe(false)
  })

  it('other speech is far off, silence counts as nothing at all', () => {
    expect(compareSounds(approved, reading(2, 60)).correlation).toBeLessThan(0.7)
    expect(compareSounds(approved, silence(9, rate))).toMatchObject({ correlation: 0, coverage: 0, seconds: 9 })
    expect(compareSounds(silence(9, rate), approved)).toMatchObject({ correlation: 0, coverage: 0 })
  })
})

it('the offset of the start is told', () => {
  expect(compareSounds(approved, join([silence(0.06, rate), approved])).offsetSeconds).toBeCloseTo(0.06, 2)
})
