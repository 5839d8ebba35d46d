import type { BulletinClass } from '@nguon/domain/bulletins'
import type { Guard } from '@nguon/domain/lineups'
import type { Day, Instant, TimeOfDay } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { forbiddenBy, soundingLimit, volumeLevels } from './guard.ts'
import { sampleGuard } from './rehearsal.ts'

/** A local time in Việt Nam. */
const at = (local: string) => Date.parse(`${local}+07:00`) as Instant
const times = (from: string, until: string) => ({ from: from as TimeOfDay, until: until as TimeOfDay })

const night = sampleGuard({ quietHours: [times('21:00', '05:00')] })
const noon = sampleGuard({ quietHours: [times('11:30', '13:30')] })
const windows = (weekdays: number[], from: string, until: string) =>
  sampleGuard({ quietHours: [], broadcastWindows: [{ weekdays, ...times(from, until) }] })
const exam = sampleGuard({
  quietHours: [],
  quietSpans: [{ startsAt: at('2026-11-02T07:00:30'), endsAt: at('2026-11-02T11:00:00'), reason: 'thi' }],
})
const mourning = sampleGuard({ quietHours: [], silentDays: ['2026-11-03' as Day] })
const mute = sampleGuard({ quietHours: [], maximumVolumeByHour: [0, 0, ...Array.from({ length: 22 }, () => 70)] })
const moved = sampleGuard({
  zoneOffsets: [
    { from: 0 as Instant, offsetMinutes: 420 },
    { from: at('2026-11-02T12:00:00'), offsetMinutes: 480 },
  ],
  quietHours: [times('13:00', '14:00')],
})

describe('D7: the guard', () => {
  it.each<[string, Guard, string, BulletinClass, string | null]>([
    ['I01 03:15 is night', night, '2026-11-02T03:15:00', 'normal', 'quiet-hours'],
    ['the last second of the night', night, '2026-11-02T04:59:59.999', 'priority', 'quiet-hours'],
    ['the first of the day', night, '2026-11-02T05:00:00', 'normal', null],
    ['the last before the night', night, '2026-11-02T20:59:59.999', 'normal', null],
    ['the first of the night', night, '2026-11-02T21:00:00', 'normal', 'quiet-hours'],
    ['an emergency passes', night, '2026-11-02T03:15:00', 'emergency', null],
    ['rest at noon', noon, '2026-11-02T12:00:00', 'normal', 'quiet-hours'],
    [
      'equal ends are the whole day',
      sampleGuard({ quietHours: [times('08:00', '08:00')] }),
      '2026-11-02T16:00:00',
      'normal',
      'quiet-hours',
    ],
    ['Monday in a Monday window', windows([1], '05:00', '06:00'), '2026-11-02T05:30:00', 'normal', null],
    ['Tuesday is not Monday', windows([1], '05:00', '06:00'), '2026-11-03T05:30:00', 'normal', 'outside-windows'],
    [
      'I19 Monday 05:00 is Sunday in UTC',
      windows([7], '05:00', '06:00'),
      '2026-11-02T05:30:00',
      'normal',
      'outside-windows',
    ],
    [
      'a window over midnight belongs to its start day',
      windows([1], '23:00', '01:00'),
      '2026-11-03T00:30:00',
      'normal',
      null,
    ],
    [
      'and not to the day before it',
      windows([1], '23:00', '01:00'),
      '2026-11-02T00:30:00',
      'normal',
      'outside-windows',
    ],
    ['inside a quiet span', exam, '2026-11-02T07:00:30', 'priority', 'quiet-span'],
    ['before it', exam, '2026-11-02T07:00:29.999', 'priority', null],
    ['after it', exam, '2026-11-02T11:00:00', 'priority', null],
    ['a silent day', mourning, '2026-11-03T00:00:00', 'normal', 'silent-day'],
    ['the day before', mourning, '2026-11-02T23:59:59.999', 'normal', null],
    ['an hour at volume 0', mute, '2026-11-02T01:59:00', 'normal', 'volume-zero'],
    ['the hour after', mute, '2026-11-02T02:00:00', 'normal', null],
    ['before the offset changes', moved, '2026-11-02T11:59:59', 'normal', null],
    ['after it changed by an hour', moved, '2026-11-02T12:00:00', 'normal', 'quiet-hours'],
  ])('%s', (_, guard, local, bulletinClass, expected) => {
    expect(forbiddenBy(guard, at(local), bulletinClass)).toBe(expected)
  })

  it.each<[string, Guard, string, string, BulletinClass, string, string | null]>([
    [
      'runs into the night',
      night,
      '2026-11-02T20:50:00',
      '2026-11-02T21:10:00',
      'normal',
      '2026-11-02T21:00:00',
      'quiet-hours',
    ],
    [
      'runs into a span within a minute',
      exam,
      '2026-11-02T07:00:00',
      '2026-11-02T07:10:00',
      'normal',
      '2026-11-02T07:00:30',
      'quiet-span',
    ],
    ['is free', night, '2026-11-02T12:00:00', '2026-11-02T12:10:00', 'normal', '2026-11-02T12:10:00', null],
    ['is an emergency', night, '2026-11-02T20:50:00', '2026-11-02T21:10:00', 'emergency', '2026-11-02T21:10:00', null],
  ])('what %s may sound so long', (_, guard, from, until, bulletinClass, end, by) => {
    expect(soundingLimit(guard, at(from), at(until), bulletinClass)).toEqual({ until: at(end), by })
  })

  it('D8: the volume follows the hours, an emergency is loud', () => {
    const evening = sampleGuard({ maximumVolumeByHour: Array.from({ length: 24 }, (_, hour) => (hour < 20 ? 90 : 40)) })
    const [from, until] = [at('2026-11-02T19:50:00'), at('2026-11-02T20:10:00')]
    expect(volumeLevels(evening, from, until, 'normal')).toEqual([
      { fromSeconds: 0, volume: 90 },
      { fromSeconds: 600, volume: 40 },
    ])
    expect(volumeLevels(evening, from, until, 'emergency')).toEqual([{ fromSeconds: 0, volume: 100 }])
  })
})
