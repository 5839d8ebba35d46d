import type { QuietPlaceId } from '@nguon/domain/platform'
import { nobody } from '@nguon/domain/rules'
import type { Slot, Timetable } from '@nguon/domain/schedule'
import { expect, it } from 'vitest'
import {
  at,
  daily,
  day,
  device,
  once,
  pathOf,
  rules,
  selection,
  slot,
  time,
  timetable,
} from '../../tests/examples/timetable.ts'
import { touchedSlots } from './touched-slots.ts'

const devices = [device('a1', 'thon-a1'), device('a2', 'thon-a2'), device('b1', 'thon-b1')]
const now = at('2026-11-20 08:00')
const evening = slot('toi', { timeOfDay: time('20:30'), recurrence: daily })
const morning = slot('sang', { timeOfDay: time('05:30'), recurrence: daily })
const hours = (from: string, until: string) => ({
  quietHours: { value: [{ from: time(from), until: time(until) }], citation: 'Điều 4' },
})

function touched(slots: Slot[], after: Partial<Timetable>, before: Partial<Timetable> = {}) {
  const all = timetable(slots, before)
  return touchedSlots(all, { rules: all.rules, quietPlaces: all.quietPlaces, ...after }, { devices, pathOf, now })
}
const told = (...given: Parameters<typeof touched>) =>
  touched(...given).map(({ slot: { id }, how, occurrenceCount, why }) => [id, how, occurrenceCount, why.code])

it('quiet hours that begin earlier silence the slots of the evening and no other', () => {
  const after = { rules: [rules('xa-a', hours('20:00', '05:00'))] }
  expect(told([evening, morning], after)).toEqual([['toi', 'silent', 28, 'QUIET_HOURS']])
  const [one] = touched([evening], after)
  expect(one?.first.startsAt).toBe(at('2026-11-20 20:30'))
  expect(one?.why).toMatchObject({ citation: 'Điều 4', unitId: 'xa-a' })
})

it('what was silent before is not told again', () => {
  const night = slot('dem', { timeOfDay: time('23:00'), recurrence: daily })
  expect(told([night], { rules: [rules('xa-a', hours('20:00', '05:00'))] })).toEqual([])
})

it('an occurrence that runs into the new quiet hours is cut', () => {
  const long = slot('dai', { timeOfDay: time('19:55'), durationSeconds: 600, recurrence: once('2026-11-23') })
  expect(told([long], { rules: [rules('xa-a', hours('20:00', '05:00'))] })).toEqual([['dai', 'cut', 1, 'QUIET_HOURS']])
})

it('windows and silent days are told with the occurrences they meet', () => {
  const windows = {
    broadcastWindows: {
      value: [{ weekdays: [1, 2, 3, 4, 5], from: time('05:00'), until: time('06:00') }],
      citation: '',
    },
  }
  expect(told([evening, morning], { rules: [rules('xa-a', windows)] })).toEqual([
    ['toi', 'silent', 28, 'OUTSIDE_WINDOWS'],
    ['sang', 'silent', 8, 'OUTSIDE_WINDOWS'],
  ])
  const silentDays = { silentDays: { value: { weekdays: [], days: [day('2026-11-24')] }, citation: '' } }
  expect(told([morning], { rules: [rules('xa-a', silentDays)] })).toEqual([['sang', 'silent', 1, 'SILENT_DAY']])
})

it('I08 a quiet place touches the slots heard there while it lasts', () => {
  const place = {
    id: 'noi' as QuietPlaceId,
    name: 'Điểm thi Trường THPT',
    citation: 'Kế hoạch thi',
    target: { ...selection('thon-a1'), except: nobody },
    around: null,
    periods: [{ kind: 'days', from: day('2026-11-23'), until: day('2026-11-24'), weekdays: [], hours: null }],
  } as const
  const found = touched([morning], { quietPlaces: [place] })
  expect(found.map(({ how, occurrenceCount, deviceCount }) => [how, occurrenceCount, deviceCount])).toEqual([
    ['silent', 2, 1],
  ])
})

it('P6.7 a smaller number of sessions silences nothing and is told', () => {
  const limit = { maximumSessionsPerDay: { value: 1, citation: 'Điều 6' } }
  expect(told([evening, morning], { rules: [rules('xa-a', limit)] })).toEqual([
    ['toi', 'overLimit', 28, 'TOO_MANY_SESSIONS'],
    ['sang', 'overLimit', 28, 'TOO_MANY_SESSIONS'],
  ])
})

it('rules that say the same touch nothing', () => {
  const same = { rules: [rules('xa-a', hours('20:00', '05:00'))] }
  expect(told([evening, morning], same, same)).toEqual([])
})
