import type { UnitId } from '@nguon/domain/platform'
import { displayName } from '@nguon/domain/territory'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsEverWithin } from '@nguon/server/territory'
import type { Naming } from '@nguon/domain/schedule'

/** Units by the names people know them by. */
export async function readNames(db: Database, { clock, zone }: { clock: Clock; zone: string }): Promise<Naming> {
  const units = new Map(
    (await unitsEverWithin(db, clock.today(), null)).map(({ unit }) => [unit.unitId, displayName(unit)]),
  )
  return { zone, nameOf: id => units.get(id as UnitId) ?? id }
}
