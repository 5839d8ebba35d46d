import { type Instant, instantToLocal, type UnitId, type UnitPath, type Zone } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { unitsById, unitsWithin } from '@nguon/server/territory'

/** Where the units stand at an instant; those that do not exist then are left out. */
export async function readUnitPaths(
  db: Database,
  { zone }: { zone: Zone },
  unitIds: readonly UnitId[],
  at: Instant,
): Promise<ReadonlyMap<UnitId, UnitPath>> {
  const { day } = instantToLocal(at, zone)
  const placed = await unitsById(db, day, unitIds)
  return new Map(placed.map(({ unit, path }) => [unit.unitId, path]))
}

/** The unit and all below it. */
export async function unitIdsWithin(
  db: Database,
  { zone }: { zone: Zone },
  path: UnitPath,
  at: Instant,
): Promise<UnitId[]> {
  const placed = await unitsWithin(db, instantToLocal(at, zone).day, [path])
  return placed.map(({ unit }) => unit.unitId)
}
