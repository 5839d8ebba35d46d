import type { Actor, Day } from '@nguon/domain/platform'
import type { UnitVersion } from '@nguon/domain/territory'
import type { Database } from '@nguon/server/platform'
import { unitsById, unitsWithin } from './store.ts'
import { topsOf } from './visible-units.ts'

/** The units at and below the actor's own on a day, and those above them for whole names. */
export async function readTree(
  db: Database,
  { actor, day }: { actor: Actor; day: Day },
): Promise<{ day: Day; units: UnitVersion[]; above: UnitVersion[] }> {
  const tops = await topsOf(db, actor, day)
  const units = tops.length === 0 ? [] : await unitsWithin(db, day, tops)
  const above = await unitsById(db, day, [...new Set(tops.flatMap(path => path.slice(0, -1)))])
  return { day, units: units.map(({ unit }) => unit), above: above.map(({ unit }) => unit) }
}
