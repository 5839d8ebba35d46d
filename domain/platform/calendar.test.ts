import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, dayOf, daysInMonth, secondOfDay, timeOfDayAt, weekdayOf } from './calendar.ts'
import type { Day, TimeOfDay } from './instant.ts'

describe('days', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day as Day, days)).toBe(expected)
  })

  it.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
  ])('the weekday of %s is %i', (day, weekday) => {
    expect(weekdayOf(day as Day)).toBe(weekday)
  })

  it('a number and its day are the same thing', () => {
    for (let number = -800; number < 30_000; number += 1) expect(dayNumber(dayOf(number))).toBe(number)
  })

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '', '23/11/2026'])('%s is no day', text => {
    expect(() => dayNumber(text as Day)).toThrow(RangeError)
  })

  it('months have their lengths', () => {
    expect([1, 2, 4, 12].map(month => daysInMonth(2028, month))).toEqual([31, 29, 30, 31])
    expect(daysInMonth(2026, 2)).toBe(28)
  })
})

describe('times of day', () => {
  it.each([
    ['00:00', 0],
    ['05:00', 18_000],
    ['23:59', 86_340],
    ['05:00:07', 18_007],
  ])('%s is %i seconds after midnight', (text, second) => {
    expect(secondOfDay(text as TimeOfDay)).toBe(second)
    expect(timeOfDayAt(second)).toBe(text)
  })

  it.each(['24:00', '5:00', '05:60', '05.00', ''])('%s is no time of day', text => {
    expect(() => secondOfDay(text as TimeOfDay)).toThrow(RangeError)
  })
})
