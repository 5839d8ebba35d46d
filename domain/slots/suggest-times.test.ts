import type { UnitRules } from '@nguon/domain/rules'
import type { Slot } from '@nguon/domain/schedule'
import { describe, expect, it } from 'vitest'
import {
  at,
  content,
  daily,
  device,
  once,
  pathOf,
  slot,
  slotId,
  time,
  timetable,
  unit,
} from '../../tests/examples/timetable.ts'
import { suggestTimes, usualTimes } from './suggest-times.ts'

const wanted = slot('moi', { recurrence: once('2026-11-24'), durationSeconds: 60 })
const sessions = (...times: string[]) =>
  times.map((text, place) => slot(`phien-${place}`, { timeOfDay: time(text), durationSeconds: 60 }))

function suggest(now: string, others: readonly Slot[] = [], rules: readonly UnitRules[] = []) {
  const contents = [...others, wanted].map(each => content(each))
  const found = suggestTimes({
    slot: wanted,
    timetable: timetable(others, { contents, rules }),
    devices: [device('a1', 'thon-a1')],
    pathOf,
    now: at(now),
  })
  return found.map(({ day, timeOfDay }) => `${day} ${timeOfDay}`)
}

describe('S4 the time that is offered first', () => {
  it('without usual sessions it is tomorrow morning at half past five', () => {
    expect(suggest('2026-11-23 09:00')[0]).toBe('2026-11-24 05:30')
  })

  it('the next usual session of the unit, today if there is still time to fetch', () => {
    const usual = sessions('05:00', '17:00')
    expect(suggest('2026-11-23 09:00', usual)[0]).toBe('2026-11-23 17:00')
    expect(suggest('2026-11-23 16:40', usual)[0]).toBe('2026-11-24 05:00')
  })

  it('what a rule forbids is not offered', () => {
    const rules = {
      unitId: unit('xa-a'),
      quietHours: { value: [{ from: time('21:00'), until: time('06:00') }], citation: 'Điều 4' },
    } as unknown as UnitRules
    expect(suggest('2026-11-23 09:00', [], [rules])).toEqual(expect.not.arrayContaining(['2026-11-24 05:30']))
    expect(suggest('2026-11-23 09:00', [], [rules])).toEqual(['2026-11-24 11:00', '2026-11-24 17:00'])
  })

  it('usual is what recurs, or was put at the same time more than once', () => {
    const single = slot('le', { recurrence: once('2026-11-20'), timeOfDay: time('08:15') })
    expect(usualTimes([single, ...sessions('17:00', '05:00')], unit('xa-a'))).toEqual(['05:00', '17:00'])
    expect(usualTimes([single], unit('xa-a'))).toEqual([])
    expect(usualTimes([single, { ...single, id: slotId('le-2') }], unit('xa-a'))).toEqual(['08:15'])
    expect(usualTimes([slot('tren', { unitId: unit('tinh'), recurrence: daily })], unit('xa-a'))).toEqual([])
  })
})
