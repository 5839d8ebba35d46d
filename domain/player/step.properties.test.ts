import type { Instant, TimeOfDay } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forbiddenBy } from './guard.ts'
import { itemKey } from './player-state.ts'
import { type Happening, monday5, rehearse, sampleFacts, sampleGuard, sampleItem, sampleLineup } from './rehearsal.ts'

const item = fc
  .record({
    from: fc.integer({ min: -3600, max: 7200 }),
    length: fc.integer({ min: 5, max: 900 }),
    class: fc.constantFrom('normal' as const, 'priority' as const, 'emergency' as const),
  })
  .map(({ from, length, class: itemClass }) => ({ from, until: from + length, class: itemClass }))

const timeOfDay = fc
  .tuple(fc.integer({ min: 4, max: 7 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as TimeOfDay)

const guard = fc.record({
  quietHours: fc.array(fc.record({ from: timeOfDay, until: timeOfDay }), { maxLength: 2 }),
  quietSpans: fc.array(
    fc.tuple(fc.integer({ min: -3600, max: 7200 }), fc.integer({ min: 1, max: 600_000 })).map(([from, length]) => ({
      startsAt: (monday5 + from * 1000) as Instant,
      endsAt: (monday5 + from * 1000 + length) as Instant,
      reason: 'thi',
    })),
    { maxLength: 2 },
  ),
})

const happening = fc.record({
  after: fc.integer({ min: 1, max: 1_800_000 }),
  sleepy: fc.boolean(),
  what: fc.constantFrom<Happening | undefined>(
    undefined,
    undefined,
    { off: true },
    { on: true, trusted: true },
    { on: true, trusted: false },
    { trust: true },
  ),
})

const life = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 12 }),
  guard,
  happenings: fc.array(happening, { maxLength: 20 }),
})

function live({ items, guard, happenings }: typeof life extends fc.Arbitrary<infer T> ? T : never) {
  const lineup = sampleLineup(
    items.map((each, index) => sampleItem(`i${index}`, each.from, each.until, { class: each.class })),
    { guard: sampleGuard(guard), issuedAt: (monday5 - 7_200_000) as Instant },
  )
  const player = rehearse(sampleFacts())
  let now = monday5 - 4_000_000
  player.until(now, { on: true, trusted: true })
  player.until(now, { lineup })
  for (const { after, sleepy, what } of happenings) {
    now += after
    player.until(now, what, sleepy)
  }
  now = Math.max(now, monday5 + 9_000_000)
  player.until(now, { on: true, trusted: true })
  player.until(now + 1, { trust: true })
  player.until(now + 10_000)
  return { lineup, player }
}

describe('a player through any order of ticks, reboots and lost time', () => {
  it('D7 I01 I02: nothing but an emergency sounds at an instant its guard forbids', () => {
    fc.assert(
      fc.property(life, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (given, shares) => {
        const { lineup, player } = live(given)
        for (const sound of player.sounds) {
          const instants = [0, 0.999_999, ...shares.take(20)].map(
            share => Math.floor(sound.from + share * (sound.until - 1 - sound.from)) as Instant,
          )
          for (const at of instants) expect(forbiddenBy(lineup.guard, at, sound.class)).toBeNull()
        }
      }),
      { numRuns: 150 },
    )
  })

  it('D6 D9: at most one sounds at any instant, and only within its span', () => {
    fc.assert(
      fc.property(life, given => {
        const { lineup, player } = live(given)
        const spans = new Map(lineup.items.map(each => [itemKey(each), each]))
        const sounds = player.sounds.toSorted((left, right) => left.from - right.from)
        for (const [index, sound] of sounds.entries()) {
          expect(sound.from).toBeGreaterThanOrEqual(sounds[index - 1]?.until ?? 0)
          expect(sound.from).toBeGreaterThanOrEqual(spans.get(sound.key)?.startsAt ?? Infinity)
          expect(sound.until).toBeLessThanOrEqual(spans.get(sound.key)?.endsAt ?? 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('D13 I14 I18: each due item has exactly one airing, in one sequence without gap', () => {
    fc.assert(
      fc.property(life, given => {
        const { lineup, player } = live(given)
        const written = player.airings.map(airing => itemKey({ id: airing.itemId, startsAt: airing.plannedAt }))
        const start = monday5 - 4_000_000
        const due = lineup.items.filter(each => each.endsAt > start).map(itemKey)
        expect(written.toSorted()).toEqual(due.toSorted())
        expect(player.airings.map(airing => airing.seq)).toEqual(player.airings.map((_, index) => index + 1))
      }),
      { numRuns: 300 },
    )
  })

  it('D14 I10: an airing says the seconds that really sounded, and completed only of a whole one', () => {
    fc.assert(
      fc.property(life, given => {
        const { player } = live(given)
        for (const airing of player.airings) {
          const key = itemKey({ id: airing.itemId, startsAt: airing.plannedAt })
          const heard = player.sounds
            .filter(sound => sound.key === key)
            .reduce((sum, sound) => sum + (sound.until - sound.from) / 1000, 0)
          expect(airing.playedSeconds).toBeCloseTo(heard, 3)
          if (airing.result.kind === 'completed') expect(heard).toBeGreaterThanOrEqual(airing.plannedSeconds * 0.98)
          if (heard > 0) expect(airing.startedAt).not.toBeNull()
        }
      }),
      { numRuns: 300 },
    )
  })
})
