import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { territoryRefusals, unitFaults } from '@nguon/contract/territory'
import type { Actor, Day, UnitId } from '@nguon/domain/platform'
import { displayName, isCommittable, type LegalAct, mayAddUnder, mayEditUnit, planMove } from '@nguon/domain/territory'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, type Database, transact } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { type ChangedUnit, refuseChange, requireRevision } from './change-unit.ts'
import { carryOut } from './settle-units.ts'
import { allVersions, holdTreeLock, unitsById } from './store.ts'

export interface NewPlace {
  readonly unitId: UnitId
  readonly revision: number
  readonly parentId: UnitId
  /** The first day under the new parent. */
  readonly validFrom: Day
  readonly legalAct: LegalAct
}

/** Puts a unit, with all below it, under another from a day; before, it stays where it was. */
export async function moveUnit(
  { db, clock }: { db: Database; clock: Clock },
  { actor, address, move }: { actor: Actor; address: string; move: NewPlace },
): Promise<ChangedUnit> {
  const { unitId, revision, parentId, validFrom, legalAct } = move
  return transact(db, async tx => {
    await holdTreeLock(tx)
    const [current] = await unitsById(tx, validFrom, [unitId])
    const [parent] = await unitsById(tx, validFrom, [parentId])
    if (!current) throw new Refusal(platformRefusals.NOT_FOUND)
    requireRight(mayEditUnit(actor, current.path))
    if (!parent) {
      throw new Refusal(unitFaults.PARENT_NOT_VALID, { value: displayName(current.unit), field: 'parentId' })
    }
    requireRight(mayAddUnder(actor, parent.path))
    await requireRevision(tx, unitId, revision)
    if (current.unit.validFrom >= validFrom) {
      throw new Refusal(territoryRefusals.DAY_BEFORE_START, { validFrom: current.unit.validFrom, field: 'validFrom' })
    }
    if (current.unit.parentId === parentId) {
      throw new Refusal(territoryRefusals.UNIT_STANDS_THERE, { value: displayName(parent.unit), field: 'parentId' })
    }
    const plan = planMove({
      existing: await allVersions(tx),
      current: current.unit,
      parent: parent.unit,
      day: validFrom,
      legalAct,
      mayEdit: path => mayEditUnit(actor, path),
    })
    if (!isCommittable(plan)) return refuseChange(plan)
    await carryOut(tx, plan, validFrom)
    const unit = plan.after.get(unitId) ?? current.unit
    const details = { day: validFrom, formerParentId: current.unit.parentId, parentId, code: unit.code, legalAct }
    await writeAudit(tx, { clock }, { actor, address, action: 'territory.move', unitId, subjectId: unitId, details })
    return { unit, revision: revision + 1 }
  })
}
