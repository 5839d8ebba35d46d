import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import { type PlacedDevice, targets } from '@nguon/domain/rules'
import { type Horizon, type Reach, reachOf, type Slot } from '@nguon/domain/schedule'

/** Devices that play the same under the same guard, and therefore share one line-up. */
export interface Audience {
  /** Made of all the line-up rests on: equal for equal audiences, on every server. */
  readonly key: string
  readonly unitId: UnitId
  /** Ascending. */
  readonly deviceIds: readonly DeviceId[]
  readonly reach: Reach
}

/** Every device that is placed somewhere belongs to exactly one audience. In order of key. */
export function audiencesOf(devices: readonly PlacedDevice[], horizon: Horizon): Audience[] {
  const found = new Map<string, { unitId: UnitId; deviceIds: DeviceId[]; reach: Reach }>()
  for (const device of devices) {
    const reach = reachOf(horizon, device)
    const known = found.get(reach.key)
    if (known) known.deviceIds.push(device.id)
    else {
      const unitId = unitOf(reach, horizon)
      if (unitId) found.set(reach.key, { unitId, deviceIds: [device.id], reach })
    }
  }
  return [...found]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([key, { unitId, deviceIds, reach }]) => ({ key, unitId, deviceIds: deviceIds.sort(), reach }))
}

/** The unit whose devices these are when the line-up is issued; of devices yet to be placed, the first. */
function unitOf({ pieces }: Reach, { span }: Horizon): UnitId | undefined {
  const piece = pieces.find(({ endsAt }) => endsAt > span.startsAt)
  return piece?.placement.unitId
}

/** A slot before and after a change; null: it was not there, or is no more. */
export interface SlotChange {
  readonly before: Slot | null
  readonly after: Slot | null
}

/**
 * The audiences that change with these slots. Group their devices anew with `audiencesOf` over the changed timetable; all
 * other audiences and their line-ups stay as they are.
 */
export function touchedAudiences(
  audiences: readonly Audience[],
  devices: ReadonlyMap<DeviceId, PlacedDevice>,
  changes: readonly SlotChange[],
  { span }: Pick<Horizon, 'span'>,
): Audience[] {
  const slots = changes.flatMap(({ before, after }) => [before, after]).filter(slot => slot !== null)
  // Asked of every device: those of one audience may live in different villages as long as no slot tells them apart.
  return audiences.filter(({ deviceIds }) =>
    deviceIds.some(id => {
      const device = devices.get(id)
      return device !== undefined && slots.some(slot => isNamed(device, slot, span.startsAt))
    }),
  )
}

/** True when the slot names the device where it is placed at an instant or later. */
function isNamed(device: PlacedDevice, slot: Slot, at: Instant): boolean {
  return device.placements.some(
    (placement, place) =>
      (device.placements[place + 1]?.since ?? Number.POSITIVE_INFINITY) > at &&
      placement.path.includes(slot.unitId) &&
      targets(slot.target, device.id, placement),
  )
}
