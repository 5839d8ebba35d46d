import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TimeOfDay, timeOfDayAt } from '@nguon/domain/platform'
import type { BroadcastWindow } from '@nguon/domain/rules'
import { commonWindows } from './common-windows.ts'

const window = (weekdays: number[], from: string, until: string): BroadcastWindow => ({
  weekdays,
  from: from as TimeOfDay,
  until: until as TimeOfDay,
})

describe('P6.2 windows must all allow', () => {
  it.each([
    ['no rule', [], []],
    ['one rule', [[window([1, 2], '05:00', '06:00')]], [window([1, 2], '05:00', '06:00')]],
    [
      'what two have in common',
      [[window([1, 2, 3], '05:00', '06:00')], [window([2, 3, 4], '05:30', '07:00')]],
      [window([2, 3], '05:30', '06:00')],
    ],
    [
      'nothing in common',
      [[window([1], '05:00', '06:00')], [window([2], '05:00', '06:00')]],
      [window([], '00:00', '00:00')],
    ],
    ['a rule that allows nothing', [[]], [window([], '00:00', '00:00')]],
    [
      'over midnight of Sunday',
      [[window([7], '23:00', '01:00')]],
      [window([1], '00:00', '01:00'), window([7], '23:00', '00:00')],
    ],
    ['a whole day', [[window([3], '00:00', '00:00')]], [window([3], '00:00', '00:00')]],
  ] as const)('%s', (_, rules, expected) => {
    expect(commonWindows(rules)).toEqual(expected)
  })

  const anyWindow = fc.record({
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    from: fc.integer({ min: 0, max: 23 }).map(hour => timeOfDayAt(hour * 3600)),
    until: fc.integer({ min: 0, max: 23 }).map(hour => timeOfDayAt(hour * 3600)),
  })

  function allows(windows: readonly BroadcastWindow[], weekday: number, time: string): boolean {
    const yesterday = weekday === 1 ? 7 : weekday - 1
    return windows.some(({ weekdays, from, until }) =>
      from < until
        ? weekdays.includes(weekday) && from <= time && time < until
        : (weekdays.includes(weekday) && time >= from) || (weekdays.includes(yesterday) && time < until),
    )
  }

  it('for any rules, in any hour of the week', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyWindow, { maxLength: 4 }), { maxLength: 3, minLength: 1 }), rules => {
        const common = commonWindows(rules)
        for (let hour = 0; hour < 7 * 24; hour += 1) {
          const [weekday, time] = [Math.floor(hour / 24) + 1, timeOfDayAt((hour % 24) * 3600 + 1800)]
          expect(allows(common, weekday, time)).toBe(rules.every(windows => allows(windows, weekday, time)))
        }
      }),
    )
  })
})
