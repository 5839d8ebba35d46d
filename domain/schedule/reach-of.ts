import type { DeviceId, Instant, Span } from '@nguon/domain/platform'
import type { PlacedDevice, Placement } from '@nguon/domain/rules'
import { type Horizon, type Reach, type ReachPiece, type SilentTime, silentTimeOf } from './horizon.ts'
import { type Standing, standingOf } from './rank.ts'
import { reachFault } from './reach-fault.ts'
import { slotsNaming } from './timetable-index.ts'

/** All that reaches a device over a horizon. Devices in the same circumstances share one answer. */
export function reachOf(horizon: Horizon, device: PlacedDevice): Reach {
  const { index, wide } = horizon
  const stays = device.placements.flatMap((placement, place): Stay[] => {
    const startsAt = Math.max(placement.since, wide.startsAt) as Instant
    const endsAt = Math.min(device.placements[place + 1]?.since ?? wide.endsAt, wide.endsAt) as Instant
    return startsAt < endsAt ? [{ placement, startsAt, endsAt, silent: silentTimeOf(horizon, device, placement) }] : []
  })
  const alone = index.devicesNamed.has(device.id) ? device.id : ''
  const circumstances = `${alone} ${stays.map(circumstancesOf).join(' then ')}`
  let reach = horizon.reaches.get(circumstances)
  if (!reach) {
    const pieces = stays.map(stay => ({ ...stay, standings: standingsOf(horizon, device.id, stay.placement) }))
    reach = { key: pieces.map(piece => keyOf(piece, wide)).join('\n'), pieces }
    horizon.reaches.set(circumstances, reach)
  }
  return reach
}

/** One stay of a device in one place within the horizon. */
interface Stay extends Span {
  readonly placement: Placement
  readonly silent: SilentTime
}

function circumstancesOf({ startsAt, placement, silent }: Stay): string {
  return `${startsAt} ${placement.unitId} ${placement.path.join('/')} ${placement.groups.join(',')} ${silent.key}`
}

function standingsOf({ index }: Horizon, deviceId: DeviceId, placement: Placement): Standing[] {
  const decided = index.priorityOrders.get(placement.unitId)
  return [...slotsNaming(index, deviceId, placement)]
    .filter(slot => reachFault(index, slot, deviceId, placement) === null)
    .map(slot => standingOf(slot, decided?.get(slot.id)))
}

function keyOf({ startsAt, placement, silent, standings }: ReachPiece, wide: Span): string {
  const slots = standings.map(({ slot }) => slot.id).sort()
  const since = startsAt === wide.startsAt ? '' : startsAt
  return `${since}|${placement.unitId}|${silent.key}|${slots.join(' ')}`
}
