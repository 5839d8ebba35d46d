import type { Day, DeviceId, GroupId, Instant, TimeOfDay, UnitId } from '@nguon/domain/platform'
import { nobody, type PlacedDevice, type Placement, type Selection, type UnitRules } from '@nguon/domain/rules'

export const vietnam = 'Asia/Ho_Chi_Minh'
export const day = (text: string): Day => text as Day
export const time = (text: string): TimeOfDay => text as TimeOfDay
export const unit = (name: string): UnitId => name as UnitId
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

export const selection = (...names: string[]): Selection => ({ ...nobody, units: names.map(unit) })

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
