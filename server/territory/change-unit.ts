import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { unitFaults } from '@nguon/contract/territory'
import type { Actor, UnitId, UnitPath } from '@nguon/domain/platform'
import { displayName, type ImportPlan, mayEditUnit, type UnitVersion } from '@nguon/domain/territory'
import { writeAudit } from '@nguon/server/audit'
import type { Clock, Transaction } from '@nguon/server/platform'
import { settleUnits, type UnitChanges } from './settle-units.ts'
import { revisionOf } from './store.ts'

export interface ChangedUnit {
  readonly unit: UnitVersion
  readonly revision: number
}

export interface UnitChange extends Pick<UnitChanges, 'day' | 'legalAct'> {
  readonly actor: Actor
  readonly address: string
  /** The verb of the audit line. */
  readonly action: string
  readonly cells: UnitChanges['rows'][number]['cells']
  /** True: the unit must not exist yet. */
  readonly isNew: boolean
}

/** Carries out a change of one unit as an import of one row, so that both obey the same rules. */
export async function changeUnit(
  tx: Transaction,
  { clock }: { clock: Clock },
  change: UnitChange,
): Promise<ChangedUnit> {
  const { actor, address, action, day, legalAct, cells, isNew } = change
  const mayEdit = (path: UnitPath) => mayEditUnit(actor, path)
  const plan = await settleUnits(tx, { clock }, { rows: [{ line: 1, cells }], day, legalAct, mayEdit }, refuseChange)
  // In a table a spreadsheet cut the zeros; a person who types a short code has mistyped it.
  const short = plan.faults.find(fault => fault.code === 'CODE_FILLED_UP')
  if (short) throw new Refusal(unitFaults.CODE_UNREADABLE, { value: short.value, field: short.column })
  const [row] = plan.rows
  if (!row) throw new Error('a plan of one row without fault has no row')
  const { version, outcome, previous } = row
  if (isNew && previous) {
    const byCode = cells.code === previous.code
    const fault = byCode ? unitFaults.CODE_TAKEN : unitFaults.SIBLING_NAME
    throw new Refusal(fault, { value: displayName(byCode ? version : previous), field: byCode ? 'code' : 'name' })
  }
  if (outcome !== 'unchanged') {
    const details = {
      day,
      outcome,
      code: version.code,
      name: version.name,
      formerName: previous?.name ?? null,
      legalAct,
    }
    await writeAudit(
      tx,
      { clock },
      { actor, address, action, unitId: version.unitId, subjectId: version.unitId, details },
    )
  }
  return { unit: version, revision: (await revisionOf(tx, version.unitId)) ?? 1 }
}

/** The first fault that is not tolerated, as the refusal of a single change. */
export function refuseChange({ faults }: ImportPlan): never {
  const fault = faults.find(({ tolerated }) => !tolerated)
  if (!fault) throw new Error('a plan without a fault was refused')
  throw new Refusal(unitFaults[fault.code], { value: fault.value, field: fault.column })
}

/** Refuses an update that rests on an older state than the stored one. */
export async function requireRevision(tx: Transaction, unitId: UnitId, seen: number): Promise<void> {
  const current = await revisionOf(tx, unitId)
  if (current === null) throw new Refusal(platformRefusals.NOT_FOUND)
  if (current !== seen) throw new Refusal(platformRefusals.STALE_VERSION, { current })
}
