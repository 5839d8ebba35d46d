import type { UnitId, UnitPath } from '@nguon/domain/platform'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsById, unitsEverById } from '@nguon/server/territory'

/** Where the units stand today; those that do not exist today are left out. */
export async function readUnitPaths(
  db: Database,
  { clock }: { clock: Clock },
  unitIds: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, UnitPath>> {
  const placed = await unitsById(db, clock.today(), unitIds)
  return new Map(placed.map(({ unit, path }) => [unit.unitId, path]))
}

/** The same, with units that have ended as they last stood: whoever answered for them then answers for what is left. */
export async function readLastUnitPaths(
  db: Database,
  { clock }: { clock: Clock },
  unitIds: readonly UnitId[],
): Promise<ReadonlyMap<UnitId, UnitPath>> {
  const placed = await unitsEverById(db, clock.today(), unitIds)
  return new Map(placed.map(({ unit, path }) => [unit.unitId, path]))
}
