import type { BulletinId, Day, DeviceId, GroupId, SlotId, UnitId } from '@nguon/domain/platform'
import { expect, it } from 'vitest'
import type { StoredSlot } from '../schedule/timetable-data.ts'
import { draftOf, emptyForm, formOf } from './slot-form.ts'

const unitId = 'xa' as UnitId
const today = '2026-11-23' as Day
const given = emptyForm(today, ['tin' as BulletinId])

const nobody = { units: [], groups: [], devices: [] }
const selections = {
  whole: { ...nobody, units: [unitId], except: nobody },
  villages: { ...nobody, units: ['thon-1' as UnitId], except: nobody },
  mixed: {
    units: ['thon-1' as UnitId],
    groups: ['cho' as GroupId],
    devices: ['loa-9' as DeviceId],
    except: { ...nobody, devices: ['loa-1' as DeviceId] },
  },
  wholeButOne: { ...nobody, units: [unitId], except: { ...nobody, devices: ['loa-1' as DeviceId] } },
}
const bounds = {
  interval: 2,
  from: today,
  until: '2026-12-31' as Day,
  exceptions: ['2026-12-02' as Day],
  extraDays: [],
}
const recurrences = [
  { kind: 'once', day: today },
  { kind: 'days', ...bounds },
  { kind: 'weeks', weekdays: [1, 3], ...bounds },
  { kind: 'months', monthDays: [1, -1], ...bounds },
] as const

it.each(
  Object.entries(selections).flatMap(([name, target]) =>
    recurrences.map(recurrence => [recurrence.kind, name, recurrence, target] as const),
  ),
)('S1 a slot (%s, %s) opened and saved unchanged is the slot it was', (_, __, recurrence, target) => {
  const draft = {
    unitId,
    bulletinIds: ['b' as BulletinId, 'a' as BulletinId],
    class: 'priority' as const,
    recurrence,
    timeOfDay: '17:30' as never,
    target,
    onPreempted: 'drop' as const,
    order: 7,
  }
  const slot = {
    ...draft,
    id: 's' as SlotId,
    title: 'Tin',
    depth: 3,
    durationSeconds: 60,
  } as unknown as StoredSlot['slot']
  const stored: StoredSlot = { slot, version: 1, cancelled: false, bulletinIds: draft.bulletinIds }
  expect(draftOf(formOf(stored, today), unitId, stored)).toEqual(draft)
})

it.each([
  ['no bulletin', { bulletinIds: [] }],
  ['no place', { where: 'chosen' as const }],
  ['no hour', { timeOfDay: '5:3' }],
  ['no weekday', { kind: 'weeks' as const, weekdays: [] }],
  ['no day of the month', { kind: 'months' as const, monthDays: [] }],
  ['an end before its beginning', { kind: 'days' as const, lastDay: '2026-11-01' as Day }],
])('S1 with %s there is nothing to save yet', (_, change) => {
  expect(draftOf(given, unitId)).not.toBeNull()
  expect(draftOf({ ...given, ...change }, unitId)).toBeNull()
})
