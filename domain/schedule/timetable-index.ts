import type { DeviceId, GroupId, SlotId, UnitId } from '@nguon/domain/platform'
import { type EffectiveRules, effectiveRules, type Placement, type UnitRules } from '@nguon/domain/rules'
import { contentKey, type ContentKey, type Slot } from './slot.ts'
import type { ContentState, Timetable } from './timetable.ts'

/** A timetable made quick to ask. It holds nothing of its own: build it anew when the timetable changes. */
export interface TimetableIndex {
  readonly timetable: Timetable
  readonly slots: ReadonlyMap<SlotId, Slot>
  readonly slotsByUnit: ReadonlyMap<UnitId, readonly Slot[]>
  readonly slotsByGroup: ReadonlyMap<GroupId, readonly Slot[]>
  readonly slotsByDevice: ReadonlyMap<DeviceId, readonly Slot[]>
  /** Devices that some slot names or excepts singly: no other device need share their lot. */
  readonly devicesNamed: ReadonlySet<DeviceId>
  readonly contents: ReadonlyMap<Slot, ContentState>
  /** By unit, then slot. */
  readonly takings: ReadonlyMap<UnitId, ReadonlyMap<SlotId, boolean>>
  readonly standingTakings: ReadonlyMap<UnitId, ReadonlySet<UnitId>>
  /** By unit, then slot: its place in the unit's decision. */
  readonly priorityOrders: ReadonlyMap<UnitId, ReadonlyMap<SlotId, number>>
  readonly rulesByUnit: ReadonlyMap<UnitId, UnitRules>
  /** Filled as it is asked; rules depend on the path alone. */
  readonly effective: Map<string, EffectiveRules>
}

export function indexTimetable(timetable: Timetable): TimetableIndex {
  const contents = new Map(timetable.contents.map(content => [content.key, content]))
  const slotsByUnit = new Map<UnitId, Slot[]>()
  const slotsByGroup = new Map<GroupId, Slot[]>()
  const slotsByDevice = new Map<DeviceId, Slot[]>()
  for (const slot of timetable.slots) {
    for (const unit of slot.target.units) gather(slotsByUnit, unit, slot)
    for (const group of slot.target.groups) gather(slotsByGroup, group, slot)
    for (const device of slot.target.devices) gather(slotsByDevice, device, slot)
  }
  return {
    timetable,
    slots: new Map(timetable.slots.map(slot => [slot.id, slot])),
    slotsByUnit,
    slotsByGroup,
    slotsByDevice,
    devicesNamed: new Set(timetable.slots.flatMap(({ target }) => [...target.devices, ...target.except.devices])),
    contents: new Map(timetable.slots.map(slot => [slot, contentNamed(contents, contentKey(slot.content))])),
    takings: nested(timetable.takings.map(taking => [taking.unitId, taking.slotId, taking.taken])),
    standingTakings: new Map(
      [...nested(timetable.standingTakings.map(taking => [taking.unitId, taking.fromUnitId, true]))].map(
        ([unitId, from]) => [unitId, new Set(from.keys())],
      ),
    ),
    priorityOrders: nested(
      timetable.priorityOrders.flatMap(order =>
        order.slotIds.map((slotId, place): [UnitId, SlotId, number] => [order.unitId, slotId, place]),
      ),
    ),
    rulesByUnit: new Map(timetable.rules.map(rules => [rules.unitId, rules])),
    effective: new Map(),
  }
}

/** The rules that hold where a device stands. */
export function rulesAt(index: TimetableIndex, path: readonly UnitId[]): EffectiveRules {
  const ruling = path.flatMap(unitId => index.rulesByUnit.get(unitId) ?? [])
  const key = ruling.map(rules => rules.unitId).join(' ')
  let rules = index.effective.get(key)
  if (!rules) {
    rules = effectiveRules(path, ruling)
    index.effective.set(key, rules)
  }
  return rules
}

/** Slots that name the device in one way or another; whether they reach it is `reachFault`'s to say. */
export function slotsNaming(index: TimetableIndex, deviceId: DeviceId, placement: Placement): Set<Slot> {
  const slots = new Set<Slot>()
  for (const unit of placement.path) for (const slot of index.slotsByUnit.get(unit) ?? []) slots.add(slot)
  for (const group of placement.groups) for (const slot of index.slotsByGroup.get(group) ?? []) slots.add(slot)
  for (const slot of index.slotsByDevice.get(deviceId) ?? []) slots.add(slot)
  return slots
}

/** The state of what a slot of the timetable plays. */
export function contentOf(index: TimetableIndex, slot: Slot): ContentState {
  return index.contents.get(slot) ?? contentNamed(new Map(), contentKey(slot.content))
}

function contentNamed(contents: ReadonlyMap<ContentKey, ContentState>, key: ContentKey): ContentState {
  return contents.get(key) ?? { key, usable: false, fault: 'UNKNOWN' }
}

function gather<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

function nested<Outer, Inner, Value>(rows: readonly (readonly [Outer, Inner, Value])[]): Map<Outer, Map<Inner, Value>> {
  const map = new Map<Outer, Map<Inner, Value>>()
  for (const [outer, inner, value] of rows) {
    const values = map.get(outer) ?? new Map<Inner, Value>()
    map.set(outer, values.set(inner, value))
  }
  return map
}
