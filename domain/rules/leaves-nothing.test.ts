import { expect, it } from 'vitest'
import { rules, time } from '../../tests/examples/province.ts'
import { leavesNothing } from './leaves-nothing.ts'
import type { UnitRules } from './unit-rules.ts'

const hours = (from: string, until: string) => ({ from: time(from), until: time(until) })
const ruled = <Value>(value: Value) => ({ value, citation: 'Điều 4' })

it.each<[string, Partial<UnitRules>, boolean]>([
  ['no rule at all', {}, false],
  ['quiet at night', { quietHours: ruled([hours('21:30', '05:00')]) }, false],
  ['quiet for 24 hours', { quietHours: ruled([hours('05:00', '05:00')]) }, true],
  ['two quiet spans that make a day', { quietHours: ruled([hours('20:00', '08:00'), hours('08:00', '20:00')]) }, true],
  ['no window', { broadcastWindows: ruled([]) }, true],
  [
    'a window that is quiet',
    {
      broadcastWindows: ruled([{ weekdays: [1], ...hours('05:00', '06:00') }]),
      quietHours: ruled([hours('04:00', '06:00')]),
    },
    true,
  ],
  [
    'a window over midnight into a day that is not silent',
    {
      broadcastWindows: ruled([{ weekdays: [1], ...hours('23:00', '00:30') }]),
      silentDays: ruled({ weekdays: [1], days: [] }),
    },
    false,
  ],
  ['seven silent days', { silentDays: ruled({ weekdays: [1, 2, 3, 4, 5, 6, 7], days: [] }) }, true],
  ['no volume', { maximumVolumeByHour: ruled(Array.from({ length: 24 }, () => 0)) }, true],
])('%s', (_, changes, expected) => {
  expect(leavesNothing(rules('xa-a', changes))).toBe(expected)
})
