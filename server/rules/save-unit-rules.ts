import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { rulesRefusals } from '@nguon/contract/rules'
import type { Actor, UnitPath } from '@nguon/domain/platform'
import { effectiveRules, looserThanAbove, mayRule, type RuleName, type UnitRules } from '@nguon/domain/rules'
import { writeAudit } from '@nguon/server/audit'
import type { Clock, Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readRules, rulesOfUnits, saveRules } from './store.ts'

/** Saves the rules of a unit; gives the names of those that are wider than what already holds above. */
export async function saveUnitRules(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  unitPath: UnitPath,
  seen: number,
  rules: UnitRules,
): Promise<{ version: number; withoutEffect: RuleName[] }> {
  requireRight(mayRule(actor, unitPath))
  const { quietHours, broadcastWindows } = rules
  const wholeDay = quietHours?.value.some(hours => hours.from === '00:00' && hours.until === '23:59') ?? false
  if (wholeDay || broadcastWindows?.value.length === 0) throw new Refusal(rulesRefusals.RULES_ALLOW_NOTHING)
  const current = await readRules(tx, rules.unitId)
  if (!(await saveRules(tx, seen, rules, clock.now()))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: current?.version ?? 0 })
  }
  await writeAudit(
    tx,
    { clock },
    {
      actor,
      action: 'rules.save',
      unitId: rules.unitId,
      details: { before: current?.rules ?? null, after: rules },
    },
  )
  const above = effectiveRules(unitPath.slice(0, -1), await rulesOfUnits(tx, unitPath.slice(0, -1)))
  return { version: seen + 1, withoutEffect: looserThanAbove(rules, above) }
}
