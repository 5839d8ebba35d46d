import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { UnitId, UnitPath } from '@nguon/domain/platform'
import type { Clock, Database } from '@nguon/server/platform'
import { type PlacedUnit, unitsById, unitsEverById, unitsEverWithin } from './store.ts'

/**
 * Ids from the root down to a unit as it stands today, or as it last stood when it has ended: what was done in it stays
 * readable for those above. @throws NOT_FOUND for a unit that never was
 */
export async function readUnitPath(db: Database, { clock }: { clock: Clock }, unitId: UnitId): Promise<UnitPath> {
  return (await readPlacedUnit(db, { clock }, unitId)).path
}

/** The same with the unit itself. @throws NOT_FOUND */
export async function readPlacedUnit(db: Database, { clock }: { clock: Clock }, unitId: UnitId): Promise<PlacedUnit> {
  const [found] = await unitsEverById(db, clock.today(), [unitId])
  if (!found) throw new Refusal(platformRefusals.NOT_FOUND)
  return found
}

/** The same for what is begun: nothing new is put into a unit that is not there today. @throws NOT_FOUND */
export async function readLivingUnitPath(db: Database, { clock }: { clock: Clock }, unitId: UnitId): Promise<UnitPath> {
  const [found] = await unitsById(db, clock.today(), [unitId])
  if (!found) throw new Refusal(platformRefusals.NOT_FOUND)
  return found.path
}

/** The unit itself and every unit below it today, with those that have ended there. */
export async function readUnitsBelow(db: Database, { clock }: { clock: Clock }, unitId: UnitId): Promise<UnitId[]> {
  const path = await readUnitPath(db, { clock }, unitId)
  return (await unitsEverWithin(db, clock.today(), [path])).map(({ unit }) => unit.unitId)
}
