import type { DeviceId, GroupId, Instant, UnitId } from '@nguon/domain/platform'
import type { Place } from '@nguon/domain/territory'

/** Some units (villages are units; each stands for everything below it), groups and single devices. */
export interface Selection {
  readonly units: readonly UnitId[]
  readonly groups: readonly GroupId[]
  readonly devices: readonly DeviceId[]
}

/** On whom something plays: what is selected, minus what is excepted. An exception always wins (rule P7.3). */
export interface Target extends Selection {
  readonly except: Selection
}

/** Where a device belongs from an instant on. */
export interface Placement {
  readonly since: Instant
  /** The unit whose device it is, as a rule a commune: its rules hold and it takes what comes from above. */
  readonly unitId: UnitId
  /** From the root of the tree down to where the device stands: through `unitId`, as deep as a village. */
  readonly path: readonly UnitId[]
  readonly groups: readonly GroupId[]
}

/** What the schedule knows of a device. */
export interface PlacedDevice {
  readonly id: DeviceId
  /** In order of `since`; a reorganisation decided for a later day is a further one. Before the first nothing plays. */
  readonly placements: readonly Placement[]
  /** Null when not yet measured. */
  readonly coordinates: Place | null
  /** Households in earshot. */
  readonly households: number
}

export const nobody: Selection = { units: [], groups: [], devices: [] }

export function placementAt(device: PlacedDevice, at: Instant): Placement | undefined {
  return device.placements.findLast(placement => placement.since <= at)
}

/** True when the device, placed so, is one of those the target names and does not except. */
export function targets(target: Target, deviceId: DeviceId, placement: Placement): boolean {
  return selects(target, deviceId, placement) && !selects(target.except, deviceId, placement)
}

export function selects(selection: Selection, deviceId: DeviceId, placement: Placement): boolean {
  return (
    selection.devices.includes(deviceId) ||
    placement.groups.some(group => selection.groups.includes(group)) ||
    placement.path.some(unit => selection.units.includes(unit))
  )
}
