import { type Instant, instant } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addFailure, type Failures, failureLimits, failureWindowMilliseconds, lockedMinutes } from './lockout.ts'

const start = Date.UTC(2026, 10, 21)
const minute = 60_000

function fail(times: readonly number[], before: Failures | null = null): Failures | null {
  return times.reduce<Failures | null>((state, at) => addFailure(state, failureLimits.name, at as Instant), before)
}

describe('T4: lockout', () => {
  it('the tenth failure within a quarter of an hour locks, none before', () => {
    const times = Array.from({ length: 9 }, (_, index) => start + index * minute)
    expect(lockedMinutes(fail(times), instant(start + 9 * minute))).toBeNull()
    expect(lockedMinutes(fail([...times, start + 9 * minute]), instant(start + 9 * minute))).toBe(15)
  })

  it('failures spread thinner than ten in the window never lock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), count => {
        const gap = Math.ceil(failureWindowMilliseconds / 9)
        const times = Array.from({ length: count }, (_, index) => start + index * gap)
        expect(fail(times)?.lockedUntil).toBeNull()
      }),
    )
  })

  it('each lock is twice as long as the one before, a day at most, and forgotten after a day', () => {
    let now = start
    let state: Failures | null = null
    const minutes: (number | null)[] = []
    for (let lock = 0; lock < 9; lock += 1) {
      state = fail(
        Array.from({ length: 10 }, () => now),
        state,
      )
      const locked = lockedMinutes(state, instant(now))
      minutes.push(locked)
      now += (locked ?? 0) * minute
    }
    expect(minutes.slice(0, 7)).toEqual([15, 30, 60, 120, 240, 480, 960])
    expect(Math.max(...minutes.map(Number))).toBeLessThanOrEqual(24 * 60)
    const later = now + 24 * 60 * minute
    expect(
      lockedMinutes(
        fail(
          Array.from({ length: 10 }, () => later),
          state,
        ),
        instant(later),
      ),
    ).toBe(15)
  })
})
