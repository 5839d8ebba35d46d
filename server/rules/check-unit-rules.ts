import { looseningRefusals, rulesRefusals } from '@nguon/contract/rules'
import { Refusal } from '@nguon/contract/platform'
import type { UnitPath } from '@nguon/domain/platform'
import { leavesNothing, looseningsOf, type UnitRules } from '@nguon/domain/rules'
import { displayName } from '@nguon/domain/territory'
import { publicHolidays } from '@nguon/server/calendar'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsById } from '@nguon/server/territory'
import { savedRulesOfUnits } from './store.ts'

/**
 * Refuses rules that allow nothing, or that say less than those of a unit above. A rule that stays as it is in `current`
 * passes: a unit above may have become stricter since, and its rule holds anyway.
 */
export async function checkUnitRules(
  db: Database,
  { clock }: { clock: Clock },
  path: UnitPath,
  rules: UnitRules,
  current: UnitRules | null,
): Promise<void> {
  if (leavesNothing(rules)) throw new Refusal(rulesRefusals.RULES_ALLOW_NOTHING)
  const pathAbove = path.slice(0, -1)
  const loosenings = looseningsOf(rules, pathAbove, await savedRulesOfUnits(db, pathAbove))
  const found = loosenings.find(({ rule }) => JSON.stringify(rules[rule]) !== JSON.stringify(current?.[rule] ?? null))
  if (!found) return
  const [above] = await unitsById(db, clock.today(), [found.unitId])
  const { rule, unitId, citation } = found
  const unit = above ? displayName(above.unit) : unitId
  throw new Refusal(looseningRefusals[rule], { field: `rules.${rule}`, unit, unitId, citation })
}

/** The rules with the days off of the calendar among their silent days, where they ask for them. */
export async function withHolidays(db: Database, path: UnitPath, rules: UnitRules): Promise<UnitRules> {
  const { silentDays } = rules
  if (!silentDays?.value.publicHolidays) return rules
  const days = [...new Set([...silentDays.value.days, ...(await publicHolidays(db, path))])]
  return { ...rules, silentDays: { ...silentDays, value: { ...silentDays.value, days } } }
}
