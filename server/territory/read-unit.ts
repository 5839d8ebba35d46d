import { type Actor, addDays, type Day, type UnitId } from '@nguon/domain/platform'
import { fullName, type Succession, type UnitVersion } from '@nguon/domain/territory'
import type { Database } from '@nguon/server/platform'
import { revisionOf, successionsOf, unitsById } from './store.ts'
import { visibleUnit } from './visible-units.ts'

export interface UnitDetails {
  readonly unit: UnitVersion
  readonly revision: number
  readonly fullName: string
  /** From the root down to the unit itself. */
  readonly path: UnitVersion[]
  readonly history: UnitVersion[]
  readonly successions: Succession[]
}

/** One unit as it is on a day (or last was), with all it has been and what it came from or went on in. */
export async function readUnit(
  db: Database,
  { actor, unitId, day }: { actor: Actor; unitId: UnitId; day: Day },
): Promise<UnitDetails> {
  const { unit, path: ids, history } = await visibleUnit(db, actor, unitId, day)
  // A unit that has ended stands under those that were there on its last day.
  const on = unit.validTo !== null && unit.validTo <= day ? addDays(unit.validTo, -1) : day
  const above = new Map((await unitsById(db, on, ids)).map(placed => [placed.unit.unitId, placed.unit]))
  const path = ids.flatMap(id => above.get(id) ?? [])
  return {
    unit,
    revision: (await revisionOf(db, unitId)) ?? 1,
    fullName: fullName(path),
    path,
    history: history.map(placed => placed.unit),
    successions: await successionsOf(db, unitId),
  }
}
