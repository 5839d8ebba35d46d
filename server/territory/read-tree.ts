import type { Actor, Day } from '@nguon/domain/platform'
import type { UnitVersion } from '@nguon/domain/territory'
import type { Database } from '@nguon/server/platform'
import { type PlacedUnit, unitsById, unitsEverWithin } from './store.ts'
import { topsOf } from './visible-units.ts'

/** The units at and below the actor's own on a day, those above them for whole names, and those that have ended. */
export async function readTree(
  db: Database,
  { actor, day }: { actor: Actor; day: Day },
): Promise<{ day: Day; units: UnitVersion[]; above: UnitVersion[]; former: UnitVersion[] }> {
  const tops = await topsOf(db, actor, day)
  const ever = tops.length === 0 ? [] : await unitsEverWithin(db, day, tops)
  const isThere = ({ unit }: PlacedUnit) => unit.validTo === null || unit.validTo > day
  const above = await unitsById(db, day, [...new Set(tops.flatMap(path => path.slice(0, -1)))])
  const bare = (placed: readonly PlacedUnit[]) => placed.map(({ unit }) => unit)
  return {
    day,
    units: bare(ever.filter(isThere)),
    above: bare(above),
    former: bare(ever.filter(placed => !isThere(placed))),
  }
}
