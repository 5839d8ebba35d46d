import type { UnitId, UnitPath } from '@nguon/domain/platform'
import { levelRules } from '@nguon/domain/territory'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsById } from '@nguon/server/territory'

/** The unit on a path that enters the calendar for its end: the lowest whose level keeps one. */
export async function keeperOn(db: Database, { clock }: { clock: Clock }, path: UnitPath): Promise<UnitId | null> {
  const units = await unitsById(db, clock.today(), path)
  const keepers = new Set(
    units.filter(({ unit }) => levelRules[unit.level].keepsCalendar).map(({ unit }) => unit.unitId),
  )
  return path.findLast(unitId => keepers.has(unitId)) ?? null
}
