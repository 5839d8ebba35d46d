import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, instantToLocal, millisecondsPerDay, weekdayOf } from '@nguon/domain/platform'
import { at, daily, day, once, slot, time, vietnam } from '../../tests/examples/timetable.ts'
import { expandSlot } from './expand-slot.ts'
import type { Recurrence, RecurrenceBounds } from './slot.ts'

const bounds: RecurrenceBounds = { from: day('2026-11-02'), until: null, exceptions: [], extraDays: [] }
const winter = { startsAt: at('2026-11-01 00:00'), endsAt: at('2027-03-01 00:00') }

function days(recurrence: Recurrence, span = winter): string[] {
  return expandSlot(slot('a', { recurrence, timeOfDay: time('05:00') }), span, vietnam).map(found => found.day)
}

describe('recurrence', () => {
  const cases: [string, Recurrence, string[]][] = [
    ['P1.4 once', once('2026-11-23'), ['2026-11-23']],
    ['P1.4 once, outside the span', once('2026-10-31'), []],
    [
      'P1.5 every third day until a day, which belongs to it',
      { kind: 'days', interval: 3, ...bounds, until: day('2026-11-11') },
      ['2026-11-02', '2026-11-05', '2026-11-08', '2026-11-11'],
    ],
    [
      'P1.6 every second week on Monday and Sunday, from a Wednesday',
      { kind: 'weeks', interval: 2, weekdays: [7, 1], ...bounds, from: day('2026-11-04'), until: day('2026-12-06') },
      ['2026-11-08', '2026-11-16', '2026-11-22', '2026-11-30', '2026-12-06'],
    ],
    [
      'P1.7 the 31st, in months that have one',
      { kind: 'months', interval: 1, monthDays: [31], ...bounds },
      ['2026-12-31', '2027-01-31'],
    ],
    [
      'P1.7 the first and the last day of every second month',
      { kind: 'months', interval: 2, monthDays: [1, -1], ...bounds },
      ['2026-11-30', '2027-01-01', '2027-01-31'],
    ],
    [
      'P1.8 an exception removes a day whatever else names it, an extra day may lie outside',
      {
        kind: 'days',
        interval: 1,
        from: day('2026-11-02'),
        until: day('2026-11-04'),
        exceptions: [day('2026-11-03'), day('2026-11-09')],
        extraDays: [day('2026-11-08'), day('2026-11-09'), day('2026-11-02')],
      },
      ['2026-11-02', '2026-11-04', '2026-11-08'],
    ],
    [
      'P1.8 until before from',
      { kind: 'months', interval: 1, monthDays: [5], ...bounds, until: day('2026-11-01') },
      [],
    ],
  ]

  it.each(cases)('%s', (_, recurrence, expected) => {
    expect(days(recurrence)).toEqual(expected)
  })

  it('P1.3 an occurrence over midnight belongs to the day it starts on', () => {
    const late = slot('a', { recurrence: once('2026-11-23'), timeOfDay: time('23:50'), durationSeconds: 1200 })
    expect(expandSlot(late, winter, vietnam)).toEqual([
      { slotId: 'a', day: '2026-11-23', startsAt: at('2026-11-23 23:50'), endsAt: at('2026-11-24 00:10') },
    ])
  })

  it('P1.9 a time in the gap plays after it, a time in the overlap plays once', () => {
    const span = { startsAt: at('2026-03-27T00:00Z'), endsAt: at('2026-10-27T00:00Z') }
    const early = { ...slot('a'), timeOfDay: time('02:30'), recurrence: { ...daily, from: day('2026-03-28') } }
    const starts = expandSlot(early, span, 'Europe/Berlin').map(found => new Date(found.startsAt).toISOString())
    expect(starts.slice(0, 3)).toEqual(
      ['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30'].map(text => `${text}:00.000Z`),
    )
    expect(starts.filter(text => text.startsWith('2026-10-25'))).toEqual(['2026-10-25T00:30:00.000Z'])
  })
})

describe('I19 the weekday is the one on the wall', () => {
  it.each(['00:00', '03:00', '05:00', '06:59', '07:00', '23:59'])('every Monday at %s', timeOfDay => {
    const mondays: Recurrence = { kind: 'weeks', interval: 1, weekdays: [1], ...bounds }
    const found = expandSlot(slot('a', { recurrence: mondays, timeOfDay: time(timeOfDay) }), winter, vietnam)
    expect(found).toHaveLength(17)
    for (const { startsAt, day } of found) {
      expect(weekdayOf(day)).toBe(1)
      expect(instantToLocal(startsAt, vietnam)).toEqual({ day, timeOfDay })
    }
  })
})

describe('laws of expansion', () => {
  const offset = fc.integer({ min: 0, max: 90 * 24 })
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }))
  const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
    fc
      .record({ interval: fc.integer({ min: 1, max: 9 }) })
      .map(some => ({ kind: 'days', ...some, ...bounds }) as const),
    fc
      .record({ interval: fc.integer({ min: 1, max: 3 }), weekdays })
      .map(some => ({ kind: 'weeks', ...some, ...bounds }) as const),
    fc
      .record({
        interval: fc.integer({ min: 1, max: 3 }),
        monthDays: fc.uniqueArray(fc.integer({ min: -31, max: 31 })),
      })
      .map(some => ({ kind: 'months', ...some, ...bounds }) as const),
  )

  it('P1.10 neighbouring spans add up', () => {
    fc.assert(
      fc.property(recurrences, offset, offset, fc.constantFrom(vietnam, 'Europe/Berlin'), (recurrence, a, b, zone) => {
        const some = slot('a', { recurrence, timeOfDay: time('02:30') })
        const hour = millisecondsPerDay / 24
        const edges = [0, ...[a, b].sort((x, y) => x - y), 200 * 24].map(hours =>
          instant(winter.startsAt + hours * hour),
        )
        const pieces = edges.slice(1).flatMap((endsAt, place) => {
          const startsAt = edges[place] ?? endsAt
          return expandSlot(some, { startsAt, endsAt }, zone)
        })
        const whole = { startsAt: edges[0] ?? winter.startsAt, endsAt: edges[3] ?? winter.endsAt }
        expect(pieces).toEqual(expandSlot(some, whole, zone))
      }),
    )
  })
})
