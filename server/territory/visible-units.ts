import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Actor, Day, UnitId, UnitPath } from '@nguon/domain/platform'
import { mayReadUnit } from '@nguon/domain/territory'
import type { Database } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { historyOf, type PlacedUnit, unitsById } from './store.ts'

/** The topmost units an actor has a role in, as they stand on a day; what an actor sees lies at and below them. */
export async function topsOf(db: Database, actor: Actor, on: Day): Promise<UnitPath[]> {
  const ids = new Set(actor.grants.flatMap(grant => grant.unitPath.at(-1) ?? []))
  const paths = (await unitsById(db, on, [...ids])).map(({ path }) => path)
  return paths.filter(path => path.slice(0, -1).every(above => !ids.has(above)))
}

/**
 * The version of a unit that holds on a day, or else the last one there was, and its whole history. Refuses one who
 * may not read it.
 */
export async function visibleUnit(
  db: Database,
  actor: Actor,
  unitId: UnitId,
  on: Day,
): Promise<PlacedUnit & { readonly history: readonly PlacedUnit[] }> {
  const history = await historyOf(db, unitId)
  const shown = history.findLast(({ unit }) => unit.validFrom <= on) ?? history[0]
  if (!shown) throw new Refusal(platformRefusals.NOT_FOUND)
  requireRight(mayReadUnit(actor, shown.path))
  return { ...shown, history }
}
