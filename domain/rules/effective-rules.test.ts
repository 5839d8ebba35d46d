import { describe, expect, it } from 'vitest'
import { effectiveRules } from './effective-rules.ts'
import { day, pathOf, rules, time, unit } from '../../tests/examples/province.ts'
import { presetRules } from './rule-presets.ts'

const village = pathOf(unit('thon-a1'))
const hours = (from: string, until: string) => ({
  value: [{ from: time(from), until: time(until) }],
  citation: 'Điều 4',
})

describe('P6.1 quiet hours by default', () => {
  it('are 21:30–05:00 where nobody rules on them', () => {
    expect(effectiveRules(village, [presetRules('rural', unit('xa-a'), 'Quy chế')]).quietHours).toEqual([
      { value: [{ from: '21:30', until: '05:00' }], citation: '', unitId: null },
    ])
  })

  it('give way to a rule of any unit on the path', () => {
    const held = effectiveRules(village, [rules('tinh', { quietHours: hours('22:00', '04:30') })]).quietHours
    expect(held.map(({ unitId, value }) => [unitId, value])).toEqual([['tinh', [{ from: '22:00', until: '04:30' }]]])
  })
})

describe('P6.2 rules are inherited and only tightened', () => {
  const all = [
    rules('xa-a', {
      quietHours: hours('11:00', '13:00'),
      silentDays: { value: { weekdays: [7], days: [] }, citation: 'Điều 5' },
      maximumSessionsPerDay: { value: 5, citation: 'Điều 6' },
      minutesPerSession: { value: 15, citation: 'Điều 7' },
      maximumVolumeByHour: {
        value: Array.from({ length: 24 }, (_, hour) => (hour < 7 ? 40 : 100)),
        citation: 'Điều 8',
      },
    }),
    rules('tinh', {
      quietHours: hours('22:00', '05:00'),
      silentDays: { value: { weekdays: [], days: [day('2027-02-06')] }, citation: 'Điều 1' },
      maximumSessionsPerDay: { value: 3, citation: 'Điều 2' },
      minutesPerSession: { value: 45, citation: 'Điều 3' },
      maximumVolumeByHour: { value: Array.from({ length: 24 }, () => 80), citation: 'Điều 9' },
    }),
    rules('xa-b', { maximumSessionsPerDay: { value: 1, citation: '' } }),
  ]
  const held = effectiveRules(village, all)

  it('what is silent adds up, of numbers the smallest holds, each with the unit that made it', () => {
    expect(held.quietHours.map(rule => rule.unitId)).toEqual(['tinh', 'xa-a'])
    expect(held.silentDays.map(rule => rule.unitId)).toEqual(['tinh', 'xa-a'])
    expect(held.maximumSessionsPerDay).toEqual({ value: 3, citation: 'Điều 2', unitId: 'tinh' })
    expect(held.minutesPerSession).toEqual({ value: 15, citation: 'Điều 7', unitId: 'xa-a' })
    expect(held.maximumVolumeByHour.slice(5, 9)).toEqual([40, 40, 80, 80])
  })

  it('P9.1 whatever the order they come in', () => {
    expect(effectiveRules(village, all.toReversed())).toEqual(held)
  })
})

it('P6.9 of the volumes on the path the smallest holds, and an hour without any is quiet', () => {
  const volumes = (loudest: (hour: number) => number) => ({
    value: Array.from({ length: 24 }, (_, hour) => loudest(hour)),
    citation: 'Điều 8',
  })
  const { maximumVolumeByHour, quietHours } = effectiveRules(village, [
    rules('tinh', { maximumVolumeByHour: volumes(hour => (hour < 7 ? 40 : 80)) }),
    rules('xa-a', { maximumVolumeByHour: volumes(hour => (hour === 12 ? 0 : 60)) }),
  ])
  expect([6, 8, 12].map(hour => maximumVolumeByHour[hour])).toEqual([40, 60, 0])
  expect(quietHours.at(-1)).toEqual({
    value: [{ from: '12:00', until: '13:00' }],
    citation: 'Điều 8',
    unitId: 'xa-a',
  })
})

it('presets: 2 sessions of 15 minutes and no weekend in town, 3 of 45 minutes in the country', () => {
  const town = presetRules('urban', unit('xa-a'), 'Quyết định 05/2026/QĐ-UBND')
  const country = presetRules('rural', unit('xa-a'), 'Quyết định 05/2026/QĐ-UBND')
  expect([town.maximumSessionsPerDay?.value, town.minutesPerSession?.value]).toEqual([2, 15])
  expect(town.silentDays).toEqual({ value: { weekdays: [6, 7], days: [] }, citation: 'Quyết định 05/2026/QĐ-UBND' })
  expect([country.maximumSessionsPerDay?.value, country.minutesPerSession?.value]).toEqual([3, 45])
  expect(country.silentDays).toBeNull()
})
