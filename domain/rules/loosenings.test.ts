import { describe, expect, it } from 'vitest'
import { pathOf, rules, time, unit } from '../../tests/examples/province.ts'
import { looseningsOf } from './loosenings.ts'
import type { UnitRules } from './unit-rules.ts'

const hours = (from: string, until: string) => ({ from: time(from), until: time(until) })
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const ruled = <Value>(value: Value, citation = 'Điều 1') => ({ value, citation })
const volumes = (value: number) => Array.from({ length: 24 }, () => value)

const above = rules('tinh', {
  quietHours: ruled([hours('21:00', '05:00'), hours('11:30', '13:30')], 'Điều 6'),
  broadcastWindows: ruled([
    { weekdays: everyDay, ...hours('05:00', '09:00') },
    { weekdays: everyDay, ...hours('09:00', '10:00') },
    { weekdays: everyDay, ...hours('20:00', '01:00') },
  ]),
  maximumSessionsPerDay: ruled(3),
  minutesPerSession: ruled(45),
  maximumVolumeByHour: ruled(volumes(80)),
})

const loosened = (changes: Partial<UnitRules>) =>
  looseningsOf(rules('xa-a', changes), pathOf(unit('tinh')), [above]).map(({ rule }) => rule)

describe('P6.2 no unit loosens a rule of a unit above', () => {
  it.each<[string, Partial<UnitRules>, string[]]>([
    ['quiet later in the evening', { quietHours: ruled([hours('22:00', '05:00')]) }, ['quietHours']],
    ['quiet less long at night', { quietHours: ruled([hours('00:30', '04:00')]) }, ['quietHours']],
    ['the same quiet hours', { quietHours: ruled([hours('21:00', '05:00')]) }, []],
    ['quiet earlier, and at noon as above', { quietHours: ruled([hours('20:00', '05:00')]) }, []],
    ['the same and a part of it', { quietHours: ruled([hours('21:00', '05:00'), hours('22:00', '23:00')]) }, []],
    ['quiet at another hour', { quietHours: ruled([hours('15:00', '16:00')]) }, []],
    ['a window within one above', { broadcastWindows: ruled([{ weekdays: [1], ...hours('05:00', '06:00') }]) }, []],
    ['a window over two above', { broadcastWindows: ruled([{ weekdays: [7], ...hours('08:00', '10:00') }]) }, []],
    ['a window over midnight', { broadcastWindows: ruled([{ weekdays: [7], ...hours('23:00', '00:30') }]) }, []],
    [
      'a window that opens too early',
      { broadcastWindows: ruled([{ weekdays: [1], ...hours('04:59', '06:00') }]) },
      ['broadcastWindows'],
    ],
    ['more sessions', { maximumSessionsPerDay: ruled(4) }, ['maximumSessionsPerDay']],
    ['fewer sessions', { maximumSessionsPerDay: ruled(2) }, []],
    ['longer sessions', { minutesPerSession: ruled(46) }, ['minutesPerSession']],
    ['one louder hour', { maximumVolumeByHour: ruled(volumes(80).with(7, 81)) }, ['maximumVolumeByHour']],
    ['as loud', { maximumVolumeByHour: ruled(volumes(80)) }, []],
    ['a silent Sunday', { silentDays: ruled({ weekdays: [7], days: [] }) }, []],
  ])('%s', (_, changes, expected) => {
    expect(loosened(changes)).toEqual(expected)
  })

  it('names the unit above and its citation', () => {
    const own = rules('xa-a', { quietHours: ruled([hours('22:00', '05:00')]) })
    expect(looseningsOf(own, pathOf(unit('tinh')), [above])).toEqual([
      { rule: 'quietHours', unitId: 'tinh', citation: 'Điều 6' },
    ])
  })

  it('the default of the house is no rule of a unit: a unit may rule otherwise', () => {
    const own = rules('xa-a', { quietHours: ruled([hours('22:00', '04:30')]) })
    expect(looseningsOf(own, pathOf(unit('tinh')), [])).toEqual([])
  })
})
