import type { DeviceId, UnitPath } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import { comingOccurrences } from '@nguon/domain/slots'
import type { Clock, Database } from '@nguon/server/platform'
import { slotsNamingDevices } from '@nguon/server/schedule'

/** Slots still to come that name one of the devices and reach it no more once it stands at the end of the path. */
export async function slotsLosing(
  db: Database,
  { clock, zone }: { clock: Clock; zone: string },
  deviceIds: readonly DeviceId[],
  path: UnitPath,
): Promise<Pick<Slot, 'id' | 'title' | 'unitId'>[]> {
  if (deviceIds.length === 0) return []
  const slots = await slotsNamingDevices(db, deviceIds, path)
  const live = slots.filter(slot => comingOccurrences(slot, clock.now(), zone).length > 0)
  return live.map(({ id, title, unitId }) => ({ id, title, unitId }))
}
