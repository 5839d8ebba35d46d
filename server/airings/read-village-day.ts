import { mayReadVillageAirings } from '@nguon/domain/airings'
import { deviceState } from '@nguon/domain/devices'
import { type Actor, addDays, type Day, localToInstant, type TimeOfDay, type UnitId } from '@nguon/domain/platform'
import { devicesStandingIn } from '@nguon/server/devices'
import { plannedOnDevices } from '@nguon/server/lineups'
import type { Clock, Database } from '@nguon/server/platform'
import { readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { sessionsOfDay } from './sessions-of-day.ts'
import { countByItem } from './store.ts'

const midnight = '00:00' as TimeOfDay

/**
 * What the loudspeakers that stand in a village play on a day, and how they are: the sessions are those of its commune, of
 * which a village hears its own part only.
 */
export async function readVillageDay(
  db: Database,
  { clock, zone }: { clock: Clock; zone: string },
  actor: Actor,
  { unitId, day }: { unitId: UnitId; day: Day },
) {
  requireRight(mayReadVillageAirings(actor, await readUnitPath(db, { clock }, unitId)))
  const devices = await devicesStandingIn(db, await readUnitsBelow(db, { clock }, unitId))
  const deviceIds = devices.map(({ id }) => id)
  const from = localToInstant(day, midnight, zone)
  const until = localToInstant(addDays(day, 1), midnight, zone)
  const [items, counts] = await Promise.all([
    plannedOnDevices(db, deviceIds, from, until),
    countByItem(db, { deviceIds }, from, until),
  ])
  const now = clock.now()
  return {
    now,
    devices: devices.map(device => ({
      deviceId: device.id,
      name: device.name,
      state: deviceState(device, now),
      lastSeenAt: device.lastSeenAt,
    })),
    sessions: sessionsOfDay(items, counts, now),
  }
}
