import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { UnitId, UnitPath } from '@nguon/domain/platform'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsById, unitsWithin } from './store.ts'

/** Ids from the root down to a unit as it stands today. Refuses a unit that is not there. */
export async function readUnitPath(db: Database, { clock }: { clock: Clock }, unitId: UnitId): Promise<UnitPath> {
  const [found] = await unitsById(db, clock.today(), [unitId])
  if (!found) throw new Refusal(platformRefusals.NOT_FOUND)
  return found.path
}

/** The unit itself and every unit below it today. */
export async function readUnitsBelow(db: Database, { clock }: { clock: Clock }, unitId: UnitId): Promise<UnitId[]> {
  const path = await readUnitPath(db, { clock }, unitId)
  return (await unitsWithin(db, clock.today(), [path])).map(({ unit }) => unit.unitId)
}
