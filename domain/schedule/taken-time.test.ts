import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Span } from '@nguon/domain/platform'
import { TakenTime } from './taken-time.ts'

const span = (startsAt: number, endsAt: number) => ({ startsAt, endsAt }) as Span

it('P1.2 what is taken is taken up to its end and not at it', () => {
  const taken = new TakenTime()
  taken.take(span(10, 20))
  expect([9, 10, 19, 20].map(at => taken.freeFrom(at))).toEqual([9, 20, 20, 20])
  expect([0, 20].map(at => taken.takenFrom(at))).toEqual([10, Number.POSITIVE_INFINITY])
  expect([span(0, 10), span(9, 11), span(19, 21), span(20, 21)].map(free => taken.isFree(free))).toEqual([
    true,
    false,
    false,
    true,
  ])
})

it('answers as a list of single moments would', () => {
  const stretch = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 20 }), stretches => {
      const taken = new TakenTime()
      const moments = new Set<number>()
      for (const [start, length] of stretches) {
        const all = Array.from({ length }, (_, step) => start + step)
        expect(taken.isFree(span(start, start + length))).toBe(all.every(moment => !moments.has(moment)))
        if (!taken.isFree(span(start, start + length))) continue
        taken.take(span(start, start + length))
        for (const moment of all) moments.add(moment)
      }
      for (let at = 0; at < 80; at += 1) {
        let free = at
        while (moments.has(free)) free += 1
        expect(taken.freeFrom(at)).toBe(free)
        if (free !== at) continue
        const next = [...moments].filter(moment => moment >= at).sort((one, other) => one - other)[0]
        expect(taken.takenFrom(at)).toBe(next ?? Number.POSITIVE_INFINITY)
      }
    }),
  )
})
