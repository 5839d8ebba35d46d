import type { UnitId } from '@nguon/domain/platform'
import { publicHolidays } from '@nguon/server/calendar'
import type { Clock, Transaction } from '@nguon/server/platform'
import { readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { saveHolidays, savedRulesOfUnits } from './store.ts'

/** Takes the changed days off into the rules at and below a unit that ask for them; gives the units of those rules. */
export async function renewHolidays(tx: Transaction, { clock }: { clock: Clock }, unitId: UnitId): Promise<UnitId[]> {
  const below = await readUnitsBelow(tx, { clock }, unitId)
  const asking = (await savedRulesOfUnits(tx, below)).filter(({ silentDays }) => silentDays?.value.publicHolidays)
  for (const rules of asking) {
    const path = await readUnitPath(tx, { clock }, rules.unitId)
    await saveHolidays(tx, rules.unitId, await publicHolidays(tx, path))
  }
  return asking.map(rules => rules.unitId)
}
