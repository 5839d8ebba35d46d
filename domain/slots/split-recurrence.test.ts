import { addDays, type Day } from '@nguon/domain/platform'
import { expandSlot } from '@nguon/domain/schedule'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { at, day, slot, vietnam } from '../../tests/examples/timetable.ts'
import { beginAt, endBefore, type Recurring } from './split-recurrence.ts'

const first = day('2026-11-01')
const someDay = fc.integer({ min: -20, max: 120 }).map(days => addDays(first, days))
const bounds = {
  interval: fc.integer({ min: 1, max: 4 }),
  from: someDay,
  until: fc.option(someDay),
  exceptions: fc.array(someDay, { maxLength: 3 }),
  extraDays: fc.array(someDay, { maxLength: 3 }),
}
const recurrences: fc.Arbitrary<Recurring> = fc.oneof(
  fc.record({ kind: fc.constant('days' as const), ...bounds }),
  fc.record({
    kind: fc.constant('weeks' as const),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    ...bounds,
  }),
  fc.record({
    kind: fc.constant('months' as const),
    monthDays: fc.uniqueArray(
      fc.integer({ min: -3, max: 31 }).filter(each => each !== 0),
      { minLength: 1, maxLength: 4 },
    ),
    ...bounds,
  }),
)

function daysOf(recurrence: Recurring): Day[] {
  const span = { startsAt: at('2026-09-01 00:00'), endsAt: at('2027-06-01 00:00') }
  return expandSlot(slot('a', { recurrence }), span, vietnam).map(occurrence => occurrence.day)
}

it('P1.12 what ends before a day and what begins at it are together what was, and each on its side', () => {
  fc.assert(
    fc.property(recurrences, someDay, (recurrence, cut) => {
      const [before, after] = [daysOf(endBefore(recurrence, cut)), daysOf(beginAt(recurrence, cut))]
      expect(before.every(each => each < cut)).toBe(true)
      expect(after.every(each => each >= cut)).toBe(true)
      expect([...before, ...after]).toEqual(daysOf(recurrence))
    }),
  )
})
