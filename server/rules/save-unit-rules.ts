import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Actor, UnitPath } from '@nguon/domain/platform'
import { mayRule, type UnitRules } from '@nguon/domain/rules'
import { writeAudit } from '@nguon/server/audit'
import { publicHolidays } from '@nguon/server/calendar'
import type { Clock, Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { checkUnitRules } from './check-unit-rules.ts'
import { readRules, saveRules } from './store.ts'

export interface SavedRules {
  readonly rules: UnitRules
  /** The version the writer saw. */
  readonly seen: number
  /** The version of the past they bring back; null: they are new. */
  readonly restores: number | null
}

/** Issues the rules of a unit and gives their version. */
export async function saveUnitRules(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  unitPath: UnitPath,
  { rules, seen, restores }: SavedRules,
): Promise<{ version: number }> {
  requireRight(mayRule(actor, unitPath))
  const current = await readRules(tx, rules.unitId)
  if ((current?.version ?? 0) !== seen) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: current?.version ?? 0 })
  }
  await checkUnitRules(tx, { clock }, unitPath, rules, current?.rules ?? null)
  const holidays = rules.silentDays?.value.publicHolidays ? await publicHolidays(tx, unitPath) : []
  if (!(await saveRules(tx, seen, { rules, holidays }, clock.now()))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: current?.version ?? 0 })
  }
  const details = { version: seen + 1, before: current?.rules ?? null, after: rules, restores }
  await writeAudit(tx, { clock }, { actor, action: 'rules.save', unitId: rules.unitId, details })
  return { version: seen + 1 }
}
