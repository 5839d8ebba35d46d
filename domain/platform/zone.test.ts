import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekdayOf } from './calendar.ts'
import { type Day, type Instant, instant, type Span, type TimeOfDay } from './instant.ts'
import { instantToLocal, isZone, localToInstant, offsetAt, zoneOffsets } from './zone.ts'

const at = (text: string): Instant => instant(Date.parse(text))
const span = (from: string, until: string): Span => ({ startsAt: at(from), endsAt: at(until) })
const local = (day: string, time: string, zone: string) =>
  new Date(localToInstant(day as Day, time as TimeOfDay, zone)).toISOString()

describe('I19 a Monday 05:00 stays a Monday 05:00', () => {
  const hours = ['00:00', '00:30', '04:59', '05:00', '06:59', '07:00', '23:59']

  it.each(hours)('Monday %s in Việt Nam', time => {
    const startsAt = localToInstant('2026-11-23' as Day, time as TimeOfDay, 'Asia/Ho_Chi_Minh')
    const shown = instantToLocal(startsAt, 'Asia/Ho_Chi_Minh')
    expect(shown).toEqual({ day: '2026-11-23', timeOfDay: time })
    expect(weekdayOf(shown.day)).toBe(1)
  })

  it('is 22:00 of Sunday in UTC', () => {
    expect(local('2026-11-23', '05:00', 'Asia/Ho_Chi_Minh')).toBe('2026-11-22T22:00:00.000Z')
  })
})

describe('clocks put forward and back', () => {
  it.each([
    ['a gap is read with the offset before it', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['the first moment after a gap', '2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['of an overlap the first', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['after an overlap', '2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['a day that was left out', '2011-12-30', '05:00', 'Pacific/Apia', '2011-12-30T15:00:00.000Z'],
  ])('%s: %s %s in %s', (_, day, time, zone, expected) => {
    expect(local(day, time, zone)).toBe(expected)
  })

  it('a device gets the offsets piece by piece', () => {
    expect(zoneOffsets(span('2026-03-01T00:00Z', '2026-11-30T00:00Z'), 'Europe/Berlin')).toEqual([
      { from: at('2026-03-01T00:00Z'), offsetMinutes: 60 },
      { from: at('2026-03-29T01:00Z'), offsetMinutes: 120 },
      { from: at('2026-10-25T01:00Z'), offsetMinutes: 60 },
    ])
    expect(zoneOffsets(span('2026-12-28T00:00Z', '2027-01-05T00:00Z'), 'Asia/Ho_Chi_Minh')).toEqual([
      { from: at('2026-12-28T00:00Z'), offsetMinutes: 420 },
    ])
  })

  it('a name no machine knows is no zone', () => {
    expect([isZone('Asia/Ho_Chi_Minh'), isZone('Asia/Nguon')]).toEqual([true, false])
  })
})

describe('against Intl', () => {
  const zones = ['Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca']
  const formats = new Map(
    zones.map(zone => [
      zone,
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
    ]),
  )
  const moments = fc.integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })

  it('every instant shows the wall clock that Intl shows, and comes back from it', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (second, zone) => {
        const moment = instant(second * 1000)
        const { day, timeOfDay } = instantToLocal(moment, zone)
        expect(`${day} ${timeOfDay.padEnd(8, ':00')}`).toBe(formats.get(zone)?.format(moment))
        const back = localToInstant(day, timeOfDay, zone)
        const overlap = offsetAt(back, zone) - offsetAt(moment, zone)
        expect(moment - back).toBe(overlap)
      }),
      { numRuns: 500 },
    )
  })
})
