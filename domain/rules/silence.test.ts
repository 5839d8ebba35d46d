import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, instantToLocal, type Instant, type QuietPlaceId, weekdayOf } from '@nguon/domain/platform'
import { effectiveRules } from './effective-rules.ts'
import {
  at,
  day,
  device,
  deviceId,
  pathOf,
  placement,
  rules,
  time,
  unit,
  vietnam,
} from '../../tests/examples/province.ts'
import { quietens, type QuietPlace } from './quiet-place.ts'
import { causesAt, silencesOf } from './silence.ts'
import { nobody } from './target.ts'
import type { UnitRules } from './unit-rules.ts'

const path = pathOf(unit('thon-a1'))
const week = { startsAt: at('2026-11-23 00:00'), endsAt: at('2026-11-30 00:00') }
const codes = (own: UnitRules[], moment: string, places: QuietPlace[] = []) =>
  causesAt(silencesOf(effectiveRules(path, own), places, week, vietnam), at(moment)).map(cause => cause.code)

describe('P6 what is silent', () => {
  const windows = rules('xa-a', {
    broadcastWindows: {
      value: [
        { weekdays: [1, 2, 3, 4, 5], from: time('05:00'), until: time('06:00') },
        { weekdays: [1, 2, 3, 4, 5], from: time('17:00'), until: time('18:00') },
      ],
      citation: 'Điều 4',
    },
  })
  const sundays = rules('tinh', { silentDays: { value: { weekdays: [7], days: [day('2026-11-25')] }, citation: '' } })

  it.each([
    ['2026-11-23 04:59:59', [], ['QUIET_HOURS']],
    ['2026-11-23 05:00', [], []],
    ['2026-11-23 21:29:59', [], []],
    ['2026-11-23 21:30', [], ['QUIET_HOURS']],
    ['2026-11-24 03:15', [], ['QUIET_HOURS']],
    ['2026-11-23 05:00', [windows], []],
    ['2026-11-23 06:00', [windows], ['OUTSIDE_WINDOWS']],
    ['2026-11-28 05:00', [windows], ['OUTSIDE_WINDOWS']],
    ['2026-11-29 12:00', [sundays], ['SILENT_DAY']],
    ['2026-11-25 00:00', [sundays], ['QUIET_HOURS', 'SILENT_DAY']],
    ['2026-11-25 23:59', [sundays], ['SILENT_DAY', 'QUIET_HOURS']],
    ['2026-11-26 05:00', [sundays], []],
  ] as const)('at %s', (moment, own, expected) => {
    expect(codes([...own], moment)).toEqual(expected)
  })

  it('P6.3 by the wall clock of any zone, second by second', () => {
    const own = rules('xa-a', {
      quietHours: { value: [{ from: time('01:15'), until: time('02:45') }], citation: '' },
      silentDays: { value: { weekdays: [6], days: [] }, citation: '' },
      broadcastWindows: {
        value: [{ weekdays: [1, 5, 7], from: time('20:00'), until: time('04:30') }],
        citation: '',
      },
    })
    const span = { startsAt: at('2026-10-22T00:00Z'), endsAt: at('2026-10-29T00:00Z') }
    const zones = ['Europe/Berlin', vietnam]
    const all = new Map(zones.map(zone => [zone, silencesOf(effectiveRules(path, [own]), [], span, zone)]))
    const expected = (moment: Instant, zone: string) => {
      const { day, timeOfDay } = instantToLocal(moment, zone)
      const weekday = weekdayOf(day)
      const evening = timeOfDay >= '20:00' && [1, 5, 7].includes(weekday)
      const early = timeOfDay < '04:30' && [2, 6, 1].includes(weekday)
      return [
        ...(timeOfDay >= '01:15' && timeOfDay < '02:45' ? ['QUIET_HOURS'] : []),
        ...(weekday === 6 ? ['SILENT_DAY'] : []),
        ...(evening || early ? [] : ['OUTSIDE_WINDOWS']),
      ]
    }
    const seconds = fc.integer({ min: span.startsAt / 1000, max: span.endsAt / 1000 - 1 })
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const moment = instant(second * 1000)
        const found = causesAt(all.get(zone) ?? [], moment).map(cause => cause.code)
        expect(found.sort()).toEqual(expected(moment, zone).sort())
      }),
      { numRuns: 1000 },
    )
  })
})

describe('I08 a loudspeaker near an exam site stays silent by itself', () => {
  const exam: QuietPlace = {
    id: 'thi' as QuietPlaceId,
    name: 'Điểm thi Trường THPT Đắk Đoa',
    citation: 'Công văn 1412/UBND-VHTT',
    target: { ...nobody, except: nobody },
    around: { latitude: 14.1, longitude: 108.1, radiusMetres: 800 },
    periods: [
      {
        kind: 'days',
        from: day('2026-11-24'),
        until: day('2026-11-25'),
        weekdays: [],
        hours: { from: time('06:30'), until: time('11:30') },
      },
    ],
  }

  it.each([
    [14.1, 108.1, true],
    [14.1071, 108.1, true],
    [14.1073, 108.1, false],
    [14.1, 108.1075, false],
  ])('P6.5 a device at %f, %f', (latitude, longitude, expected) => {
    const near = device('loa', 'thon-a1', { coordinates: { latitude, longitude } })
    expect(quietens(exam, near, placement('thon-a1'))).toBe(expected)
  })

  it('a device without coordinates is silenced when it is named', () => {
    const unmeasured = device('loa', 'thon-a1')
    expect(quietens(exam, unmeasured, placement('thon-a1'))).toBe(false)
    const naming = { ...exam, target: { ...exam.target, devices: [deviceId('loa')] } }
    expect(quietens(naming, unmeasured, placement('thon-a1'))).toBe(true)
  })

  it.each([
    ['2026-11-23 07:00', []],
    ['2026-11-24 06:29:59', []],
    ['2026-11-24 06:30', ['QUIET_PLACE']],
    ['2026-11-25 11:29:59', ['QUIET_PLACE']],
    ['2026-11-25 11:30', []],
  ])('at %s', (moment, expected) => {
    expect(codes([], moment, [exam])).toEqual(expected)
  })

  it('a pause of some devices is a span', () => {
    const pause: QuietPlace = {
      ...exam,
      name: 'Đám tang',
      periods: [{ kind: 'span', startsAt: at('2026-11-24 08:00'), endsAt: at('2026-11-24 12:00') }],
    }
    expect(codes([], '2026-11-24 11:59', [pause])).toEqual(['QUIET_PLACE'])
    expect(codes([], '2026-11-24 12:00', [pause])).toEqual([])
  })
})
