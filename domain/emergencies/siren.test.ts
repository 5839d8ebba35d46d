import { envelope, peak, rms, secondsOf } from '@nguon/domain/sound'
import { expect, it } from 'vitest'
import { siren, sirenPatterns, type SirenRule, sirens } from './siren.ts'

it.each(sirenPatterns)('E4.1: the siren “%s” lasts as long as its pattern, is loud and never clipped', pattern => {
  const sound = siren(pattern, 16_000)
  const { sweeps }: SirenRule = sirens[pattern]
  const seconds = sweeps.reduce((sum, sweep) => sum + sweep.seconds + sweep.pauseSeconds, 0)
  expect(secondsOf(sound)).toBeCloseTo(seconds, 2)
  expect(peak(sound)).toBeLessThan(0.3)
  expect(rms(sound)).toBeGreaterThan(0.08)
})

it('E4.1: a drill pauses between its chimes, a siren does not', () => {
  const quiet = (pattern: 'chime' | 'wail') => envelope(siren(pattern, 16_000)).filter(level => level < 0.01).length
  expect(quiet('wail')).toBe(0)
  expect(quiet('chime')).toBeGreaterThan(10)
})
