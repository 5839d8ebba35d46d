import { type Actor, type Day, foldVietnamese, type UnitId } from '@nguon/domain/platform'
import { descendantsOf, unitTitle, unitTree } from '@nguon/domain/territory'
import type { Database } from '@nguon/server/platform'
import { unitsById, unitsWithin } from './store.ts'
import { visibleUnit } from './visible-units.ts'
import { writeUnitFile } from './write-unit-file.ts'

/** The units at and below one, on a day, as a table that can be imported again. */
export async function exportUnits(
  db: Database,
  { actor, unitId, day }: { actor: Actor; unitId: UnitId; day: Day },
): Promise<{ fileName: string; content: string }> {
  const { unit: top, path } = await visibleUnit(db, actor, unitId, day)
  const placed = await unitsWithin(db, day, [path])
  const parents = await unitsById(db, day, path)
  const codes = new Map([...parents, ...placed].map(({ unit }) => [unit.unitId, unit.code]))
  const tree = unitTree(placed.map(({ unit }) => unit))
  const units = [...tree.roots, ...tree.roots.flatMap(root => descendantsOf(tree, root.unitId))]
  const name = foldVietnamese(unitTitle(top)).replaceAll(/[^a-z0-9]+/g, '-')
  return { fileName: `${name}-${day}.csv`, content: writeUnitFile(units, codes) }
}
