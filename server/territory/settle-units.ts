import type { Day, UnitId, UnitPath } from '@nguon/domain/platform'
import {
  type ImportPlan,
  type ImportRequest,
  isCommittable,
  movedUnits,
  pathOf,
  planUnitImport,
  type UnitVersion,
} from '@nguon/domain/territory'
import { type Clock, type Database, newId, type Transaction } from '@nguon/server/platform'
import { allVersions, holdTreeLock, saveVersions } from './store.ts'

export type UnitChanges = Pick<ImportRequest, 'rows' | 'day' | 'legalAct' | 'mayEdit'>

/** What the rows would do to the territory; nothing is written. */
export async function planUnits(db: Database, { clock }: { clock: Clock }, changes: UnitChanges): Promise<ImportPlan> {
  const existing = await allVersions(db)
  return planUnitImport({ ...changes, existing, newUnitId: () => newId(clock.now()) })
}

/** Carries the rows out, one writer of the tree at a time; with an untolerated fault, writes nothing and gives the plan to `refuse`. */
export async function settleUnits(
  tx: Transaction,
  { clock }: { clock: Clock },
  changes: UnitChanges,
  refuse: (plan: ImportPlan) => never,
): Promise<ImportPlan> {
  await holdTreeLock(tx)
  const plan = await planUnits(tx, { clock }, changes)
  if (!isCommittable(plan)) return refuse(plan)
  await carryOut(tx, plan, changes.day)
  return plan
}

/** Writes a plan without faults. The caller holds the tree lock. */
export async function carryOut(tx: Transaction, plan: ImportPlan, day: Day): Promise<void> {
  const moved = movedUnits(plan.before, plan.after)
  const movedIds = new Set(moved.map(unit => unit.unitId))
  const changed = plan.rows.filter(row => row.outcome !== 'unchanged').map(row => row.version)
  const changedIds = new Set(changed.map(unit => unit.unitId))
  // Where a unit stood before the day stays in its history: what moves begins a new version on the day.
  const fromDay = (unit: UnitVersion) =>
    movedIds.has(unit.unitId) && unit.validFrom < day ? { ...unit, validFrom: day } : unit
  const writes = [...changed, ...moved.filter(unit => !changedIds.has(unit.unitId))]
  await saveVersions(
    tx,
    writes.map(unit => ({ unit: fromDay(unit), path: idsOf(plan, unit.unitId) })),
  )
}

function idsOf({ after }: ImportPlan, unitId: UnitId): UnitPath {
  return pathOf({ units: after }, unitId).map(unit => unit.unitId)
}
