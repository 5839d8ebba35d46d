import type { Lineup, LineupItem } from '@nguon/domain/lineups'
import type { Instant, TimeOfDay } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forbiddenBy } from './guard.ts'
import type { PlayerState } from './player-state.ts'
import { isSelfTestDue, toneSeconds } from './self-test.ts'

const minute = 60_000
const day = 86_400_000
/** 10:00 in Việt Nam. */
const ten = Date.UTC(2026, 10, 21, 3) as Instant
const at = (offset: number) => (ten + offset) as Instant

const item = (startsAt: number, seconds: number) =>
  ({ id: 'a', startsAt, endsAt: startsAt + seconds * 1000 }) as unknown as LineupItem

function state(
  change: Partial<Lineup['guard']> = {},
  items: readonly LineupItem[] = [],
  more: Partial<PlayerState> = {},
) {
  const lineup = {
    version: 1,
    issuedAt: at(-day),
    validUntil: at(7 * day),
    items,
    guard: {
      quietHours: [],
      quietSpans: [],
      silentDays: [],
      broadcastWindows: [],
      maximumVolumeByHour: Array.from({ length: 24 }, () => 100),
      zoneOffsets: [{ from: 0, offsetMinutes: 420 }],
      ...change,
    },
  } as unknown as Lineup
  const mark = { version: 1, issuedAt: at(-day), since: at(-30 * day) }
  return { lineup, mark, playing: null, emergencies: [], sounding: null, ...more } as unknown as PlayerState
}
const due = (given: PlayerState, now: Instant | null = ten, lastTestAt: Instant | null = at(-8 * day), share = 0) =>
  isSelfTestDue(given, now, { share, lastTestAt })
const hours = (from: string, until: string) => ({ from: from as TimeOfDay, until: until as TimeOfDay })

describe('the quiet self-test', () => {
  it.each([
    ['A7.1 I11 a week after the last', due(state()), true],
    ['A7.1 not before', due(state(), ten, at(-6 * day)), false],
    [
      'A7.1 the first within a week, each at its own time',
      due(state({}, [], { mark: { version: 1, issuedAt: at(0), since: at(-3 * day) } }), ten, null, 0.5),
      false,
    ],
    [
      'A7.1 the first within a week, each at its own time: come',
      due(state({}, [], { mark: { version: 1, issuedAt: at(0), since: at(-4 * day) } }), ten, null, 0.5),
      true,
    ],
    ['A7.2 not in quiet hours', due(state({ quietHours: [hours('09:00', '11:00')] })), false],
    [
      'A7.2 not outside the windows',
      due(state({ broadcastWindows: [{ ...hours('17:00', '18:00'), weekdays: [1, 2, 3, 4, 5, 6, 7] }] })),
      false,
    ],
    [
      'A7.2 not where the volume is zero',
      due(state({ maximumVolumeByHour: Array.from({ length: 24 }, () => 0) })),
      false,
    ],
    ['A7.2 not at night, even where no rule forbids it', due(state(), at(12 * 3_600_000)), false],
    ['A7.2 not while something sounds', due(state({}, [], { playing: {} as never })), false],
    ['A7.2 not over a programme', due(state({}, [item(at(-minute), 300)])), false],
    ['A7.2 not just before one', due(state({}, [item(at(minute), 60)])), false],
    ['A7.2 not just after one', due(state({}, [item(at(-2 * minute), 60)])), false],
    ['A7.2 a quarter of an hour before one', due(state({}, [item(at(15 * minute), 60)])), true],
    ['A7.2 not without trusted time', due(state(), null), false],
    ['A7.2 not from a line-up that is over', due(state({}, [], {}), at(8 * day)), false],
    [
      'A7.2 not the moment the hours begin: each at its own distance',
      due(state({ quietHours: [hours('21:00', '09:58')] }), ten, at(-8 * day), 0.5),
      false,
    ],
    ['A7.2 later in the hours', due(state({ quietHours: [hours('21:00', '09:54')] }), ten, at(-8 * day), 0.5), true],
  ])('%s', (_name, given, expected) => {
    expect(given).toBe(expected)
  })

  it('A7.2 I11 whatever the rules of a unit, no tone against them and none over a programme', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map(value => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`)
    const rules = fc.record({
      from: time,
      until: time,
      offset: fc.integer({ min: -1440, max: 1440 }),
      share: fc.double({ min: 0, max: 0.999, noNaN: true }),
    })
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 1439 }), ({ from, until, offset, share }, minutes) => {
        const given = state({ quietHours: [hours(from, until)] }, [item(at(offset * minute), 600)])
        const now = at(minutes * minute)
        if (!due(given, now, at(-9 * day), share) || !given.lineup) return
        for (const moment of [now, now + toneSeconds * 1000]) {
          expect(forbiddenBy(given.lineup.guard, moment as Instant, 'normal')).toBeNull()
          expect(given.lineup.items.some(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt)).toBe(false)
        }
      }),
    )
  })
})
