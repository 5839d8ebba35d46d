import { type Device } from '@nguon/domain/devices'
import { type Instant, instant, millisecondsPerDay, type Span, type UnitId } from '@nguon/domain/platform'
import { type Availability, availabilityOf, heardShare, joinSpans } from '@nguon/domain/telemetry'
import { devicesOfUnits, outagesWithin } from '@nguon/server/devices'
import type { Database } from '@nguon/server/platform'
import { listeningWithin } from './store.ts'

/** The days before this instant. */
export function lastDays(days: number, now: Instant): Span {
  return { startsAt: instant(now - days * millisecondsPerDay), endsAt: now }
}

/** What is known of some devices and a time, in two questions however many they are. */
export async function readWatch(db: Database, devices: readonly Device[], { span, now }: { span: Span; now: Instant }) {
  const ids = devices.map(device => device.id)
  const outages = await outagesWithin(db, ids, span)
  const listened = joinSpans(await listeningWithin(db, span))
  return (device: Device) => ({ outages: outages.get(device.id) ?? [], listened, now })
}

export type DeviceAvailability = Pick<Device, 'id' | 'name' | 'unitId' | 'villageId'> & Availability

/** Of every claimed device of the units, those heard the least first, then by id. */
export async function readAvailability(
  db: Database,
  unitIds: readonly UnitId[],
  { period, now }: { period: Span; now: Instant },
): Promise<DeviceAvailability[]> {
  const devices = (await devicesOfUnits(db, unitIds)).filter(device => device.claimedAt !== null)
  const watchOf = await readWatch(db, devices, { span: period, now })
  return devices
    .map(device => {
      const { id, name, unitId, villageId } = device
      return { id, name, unitId, villageId, ...availabilityOf(device, { period, ...watchOf(device) }) }
    })
    .sort((one, other) => shareOrder(one) - shareOrder(other) || (one.id < other.id ? -1 : 1))
}

/** What was not watched comes last: nothing is known of it. */
export function shareOrder(availability: Availability): number {
  return heardShare(availability) ?? 2
}
