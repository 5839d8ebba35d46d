import type { UnitId } from '@nguon/domain/platform'
import type { UnitVersion } from './unit.ts'
import { pathOf } from './unit-tree.ts'

/** Units that have other units above them than before, because they or one of those moved; as they are after. */
export function movedUnits(
  before: ReadonlyMap<UnitId, UnitVersion>,
  after: ReadonlyMap<UnitId, UnitVersion>,
): UnitVersion[] {
  const kept = [...after.values()].filter(unit => before.has(unit.unitId))
  if (kept.every(unit => before.get(unit.unitId)?.parentId === unit.parentId)) return []
  const above = (units: ReadonlyMap<UnitId, UnitVersion>, unitId: UnitId) =>
    pathOf({ units }, unitId)
      .map(unit => unit.unitId)
      .join()
  return kept.filter(({ unitId }) => above(before, unitId) !== above(after, unitId))
}
