import type { Device } from '@nguon/domain/devices'
import { instant, type UnitId, type UnitPath } from '@nguon/domain/platform'
import type { PlacedDevice } from '@nguon/domain/rules'
import { devicesOfUnits, groupsOfDevices } from '@nguon/server/devices'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsWithin } from '@nguon/server/territory'

/** The tree of today by id: where each unit stands. */
export async function readUnitPaths(db: Database, { clock }: { clock: Clock }): Promise<Map<UnitId, UnitPath>> {
  const units = await unitsWithin(db, clock.today(), null)
  return new Map(units.map(({ unit, path }) => [unit.unitId, path]))
}

/** The unit, those above it and those below it: no other can have a part in what its devices play. */
export function unitsAround(paths: ReadonlyMap<UnitId, UnitPath>, unitId: UnitId): UnitId[] {
  const below = [...paths].filter(([, path]) => path.includes(unitId)).map(([id]) => id)
  return [...new Set([...(paths.get(unitId) ?? []), ...below])]
}

/** The devices of the units as the schedule sees them. One in a village stands there, else in its unit. */
export async function placeDevices(
  db: Database,
  unitIds: readonly UnitId[],
  paths: ReadonlyMap<UnitId, UnitPath>,
): Promise<PlacedDevice[]> {
  const devices = await devicesOfUnits(db, unitIds)
  const groups = await groupsOfDevices(
    db,
    devices.map(device => device.id),
  )
  return devices.flatMap(device => {
    const path = pathOfDevice(device, paths)
    if (!path) return []
    const { id, households, unitId, latitude, longitude } = device
    const coordinates = latitude !== null && longitude !== null ? { latitude, longitude } : null
    const placement = { since: instant(0), unitId, path, groups: groups.get(id) ?? [] }
    return [{ id, households, coordinates, placements: [placement] }]
  })
}

/** A village that left the unit no longer counts: the device is where its unit is. */
function pathOfDevice(
  { villageId, unitId }: Pick<Device, 'villageId' | 'unitId'>,
  paths: ReadonlyMap<UnitId, UnitPath>,
): UnitPath | undefined {
  const village = villageId ? paths.get(villageId) : undefined
  return village?.includes(unitId) ? village : paths.get(unitId)
}
