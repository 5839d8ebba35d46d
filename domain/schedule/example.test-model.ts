import type { Day, DeviceId, GroupId, Instant, RenditionId, SlotId, TimeOfDay, UnitId } from '@nguon/domain/platform'
import { contentKey, type Recurrence, type Slot } from './slot.ts'
import { nobody, type PlacedDevice, type Placement, type Selection } from './target.ts'
import type { ContentState, Timetable } from './timetable.ts'
import type { UnitRules } from './unit-rules.ts'

export const vietnam = 'Asia/Ho_Chi_Minh'
export const day = (text: string): Day => text as Day
export const time = (text: string): TimeOfDay => text as TimeOfDay
export const unit = (name: string): UnitId => name as UnitId
export const slotId = (name: string): SlotId => name as SlotId
export const deviceId = (name: string): DeviceId => name as DeviceId
export const groupId = (name: string): GroupId => name as GroupId

/** An instant by the wall clock of Việt Nam, `2026-11-23 05:00`, or with its own offset. */
export function at(text: string): Instant {
  const instant = Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}+07:00`)
  if (Number.isNaN(instant)) throw new RangeError(text)
  return instant as Instant
}

/** The tree of the examples: a province, two communes, two villages in each. */
export const paths: Readonly<Record<string, readonly UnitId[]>> = {
  tinh: [unit('tinh')],
  'xa-a': [unit('tinh'), unit('xa-a')],
  'xa-b': [unit('tinh'), unit('xa-b')],
  'thon-a1': [unit('tinh'), unit('xa-a'), unit('thon-a1')],
  'thon-a2': [unit('tinh'), unit('xa-a'), unit('thon-a2')],
  'thon-b1': [unit('tinh'), unit('xa-b'), unit('thon-b1')],
  'thon-b2': [unit('tinh'), unit('xa-b'), unit('thon-b2')],
}

export const pathOf = (id: UnitId): readonly UnitId[] => paths[id] ?? []

export function placement(village: string, changes: Partial<Placement> = {}): Placement {
  const path = pathOf(unit(village))
  return { since: 0 as Instant, unitId: path[1] ?? unit(village), path, groups: [], ...changes }
}

export function device(name: string, village: string, changes: Partial<PlacedDevice> = {}): PlacedDevice {
  return { id: deviceId(name), placements: [placement(village)], coordinates: null, households: 100, ...changes }
}

export function selection(...names: string[]): Selection {
  return { ...nobody, units: names.map(unit) }
}

export const daily: Extract<Recurrence, { kind: 'days' }> = {
  kind: 'days',
  interval: 1,
  from: day('2026-11-01'),
  until: day('2026-12-31'),
  exceptions: [],
  extraDays: [],
}

export const once = (text: string): Recurrence => ({ kind: 'once', day: day(text) })

/** A normal slot of commune A at 05:30 for ten minutes, every day, on the whole commune. */
export function slot(name: string, changes: Partial<Slot> = {}): Slot {
  const unitId = changes.unitId ?? unit('xa-a')
  return {
    id: slotId(name),
    title: name,
    unitId,
    depth: Math.max(0, pathOf(unitId).length - 1),
    class: 'normal',
    recurrence: daily,
    timeOfDay: time('05:30'),
    durationSeconds: 600,
    content: { kind: 'rendition', renditionId: name as RenditionId },
    target: { ...nobody, units: [unitId], except: nobody },
    onPreempted: 'resume',
    order: 0,
    ...changes,
  }
}

/** Usable, as long as its slot, approved for everything. */
export function content(slot: Slot, changes: Partial<ContentState & { usable: true }> = {}): ContentState {
  return { key: contentKey(slot.content), usable: true, seconds: slot.durationSeconds, limits: [], ...changes }
}

/** Every slot with a usable content. */
export function timetable(slots: readonly Slot[], changes: Partial<Timetable> = {}): Timetable {
  return {
    zone: vietnam,
    slots,
    contents: slots.map(slot => content(slot)),
    rules: [],
    quietPlaces: [],
    takings: [],
    standingTakings: [],
    priorityOrders: [],
    ...changes,
  }
}

export function rules(unitName: string, changes: Partial<UnitRules>): UnitRules {
  return {
    unitId: unit(unitName),
    quietHours: null,
    broadcastWindows: null,
    silentDays: null,
    maximumSessionsPerDay: null,
    minutesPerSession: null,
    maximumVolumeByHour: null,
    ...changes,
  }
}
