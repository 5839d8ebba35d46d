import { createHash } from 'node:crypto'
import type { UnitId, UnitPath } from '@nguon/domain/platform'
import type { Clock, Database } from '@nguon/server/platform'
import { readUnitPaths } from '@nguon/server/schedule'
import { plannedTrees } from './store.ts'

/** The units above a unit and those below it. Which slots and rules reach its devices depends on them. */
export function treeOfUnit(paths: ReadonlyMap<UnitId, UnitPath>, unitId: UnitId): { above: UnitPath; below: UnitId[] } {
  const below = [...paths].filter(([, path]) => path.includes(unitId)).map(([id]) => id)
  return { above: paths.get(unitId) ?? [], below }
}

/** Equal as long as nothing above or below the unit has moved, begun or ended. */
export function treeDigest(paths: ReadonlyMap<UnitId, UnitPath>, unitId: UnitId): string {
  const { above, below } = treeOfUnit(paths, unitId)
  const lines = [above, ...below.toSorted().map(id => paths.get(id) ?? [])].map(path => path.join('.'))
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** Units that stand in another tree today than the one their line-ups were planned in, by an act or by the day it took effect. */
export async function unitsInAnotherTree(db: Database, { clock }: { clock: Clock }): Promise<UnitId[]> {
  const paths = await readUnitPaths(db, { clock })
  const planned = await plannedTrees(db)
  return planned
    .filter(({ unitId, treeSha256 }) => treeDigest(paths, unitId) !== treeSha256)
    .map(({ unitId }) => unitId)
}
