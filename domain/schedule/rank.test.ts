import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BulletinClass } from '@nguon/domain/bulletins'
import { at, day, slot, slotId } from '../../tests/examples/timetable.ts'
import { compareOccurrences, compareStandings, decidingCriterion, type Ranked, standingOf } from './rank.ts'

interface Given {
  readonly name?: string
  readonly class?: BulletinClass
  readonly depth?: number
  readonly order?: number
  readonly decided?: number | undefined
  readonly start?: string
}

function ranked({
  name = 'a',
  class: bulletinClass = 'normal',
  depth = 1,
  order = 0,
  decided,
  start = '05:00',
}: Given) {
  const standing = standingOf(slot(name, { class: bulletinClass, depth, order }), decided)
  const startsAt = at(`2026-11-23 ${start}`)
  return { standing, occurrence: { slotId: slotId(name), day: day('2026-11-23'), startsAt } } satisfies Ranked
}

const compare = (first: Ranked, second: Ranked) =>
  compareStandings(first.standing, second.standing) || compareOccurrences(first.occurrence, second.occurrence)

describe('P3.8 the winner is named with the criterion that decided', () => {
  const cases: [string, Given, Given, string][] = [
    ['P3.1 emergency before priority', { class: 'emergency', depth: 3 }, { class: 'priority', depth: 0 }, 'class'],
    ['P3.1 priority before normal', { class: 'priority', order: 9 }, { class: 'normal', order: 0 }, 'class'],
    ['P3.2 emergencies by level', { class: 'emergency', depth: 0, order: 9 }, { class: 'emergency' }, 'level'],
    ['P3.2 no decision on emergencies', { class: 'emergency', depth: 0 }, { class: 'emergency', decided: 0 }, 'level'],
    [
      'P3.3 a decided priority',
      { class: 'priority', depth: 2, decided: 1 },
      { class: 'priority', depth: 0 },
      'decision',
    ],
    ['P3.3 of two decided', { class: 'priority', depth: 2, decided: 0 }, { class: 'priority', decided: 1 }, 'decision'],
    ['P3.3 undecided by level', { class: 'priority', depth: 0, order: 5 }, { class: 'priority' }, 'level'],
    ['P3.4 normal not by level', { depth: 2, order: 0 }, { depth: 0, order: 1 }, 'order'],
    ['P3.6 the earlier start', { name: 'b', start: '05:00' }, { name: 'a', start: '05:01' }, 'start'],
    ['P3.7 the id', { name: 'a' }, { name: 'b' }, 'id'],
  ]

  it.each(cases)('%s', (_, higher, lower, criterion) => {
    const [first, second] = [ranked(higher), ranked(lower)]
    expect(compare(first, second)).toBeLessThan(0)
    expect(compare(second, first)).toBeGreaterThan(0)
    expect(decidingCriterion(first, second)).toBe(criterion)
    expect(decidingCriterion(second, first)).toBe(criterion)
  })
})

it('P3 the order is total: sorting any list in any order gives one result', () => {
  const anyGiven = fc.record({
    class: fc.constantFrom('normal', 'priority', 'emergency'),
    depth: fc.nat(2),
    order: fc.nat(2),
    decided: fc.option(fc.nat(2), { nil: undefined }),
    start: fc.constantFrom('05:00', '05:10'),
  } as const)
  fc.assert(
    fc.property(fc.array(anyGiven, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (all, numbers) => {
      const list = all.map((given, place) => ranked({ ...given, name: `s${place}` }))
      const shuffled = list.map(item => ({ item, key: numbers.next().value })).sort((a, b) => a.key - b.key)
      const names = (sorted: readonly Ranked[]) => sorted.map(({ occurrence }) => occurrence.slotId)
      expect(names(shuffled.map(({ item }) => item).sort(compare))).toEqual(names(list.toSorted(compare)))
    }),
  )
})
