import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { territoryRefusals, unitFaults } from '@nguon/contract/territory'
import { type Actor, addDays, type Day, type UnitId } from '@nguon/domain/platform'
import { displayName, type LegalAct, mayEditUnit } from '@nguon/domain/territory'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, type Database, transact, type Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { type ChangedUnit, requireRevision } from './change-unit.ts'
import { endVersion, historyOf, holdTreeLock, insertSuccession, unitsById, unitsWithin } from './store.ts'

export interface UnitEnd {
  readonly unitId: UnitId
  readonly revision: number
  /** The first day on which the unit is no longer there. */
  readonly endsOn: Day
  readonly legalAct: LegalAct
  /** The unit it goes on in; null when it simply is no more. */
  readonly successorId: UnitId | null
}

/** Contributed by modules above: what stands in a unit and would be left without a place when it ends. */
export interface UnitUse {
  /** How it is called after a number: "cụm loa". */
  readonly name: string
  count(tx: Transaction, unitId: UnitId): Promise<number>
}

/** Ends a unit on a day. It is kept, with its history and everything that was ever written in it. */
export async function endUnit(
  { db, clock, uses }: { db: Database; clock: Clock; uses: readonly UnitUse[] },
  { actor, address, end }: { actor: Actor; address: string; end: UnitEnd },
): Promise<ChangedUnit> {
  const { unitId, revision, endsOn, legalAct, successorId } = end
  return transact(db, async tx => {
    await holdTreeLock(tx)
    const [current] = await unitsById(tx, addDays(endsOn, -1), [unitId])
    if (!current) throw new Refusal(platformRefusals.NOT_FOUND)
    const { unit, path } = current
    requireRight(mayEditUnit(actor, path))
    await requireRevision(tx, unitId, revision)
    const value = displayName(unit)
    if (unit.parentId === null) throw new Refusal(territoryRefusals.UNIT_IS_ROOT, { value })
    const history = await historyOf(tx, unitId)
    if (unit.validTo !== null || history.some(version => version.unit.validFrom >= endsOn)) {
      throw new Refusal(unitFaults.CHANGES_LATER, { value, field: 'endsOn' })
    }
    const [below] = (await unitsWithin(tx, endsOn, [path])).filter(placed => placed.unit.unitId !== unitId)
    if (below) throw new Refusal(territoryRefusals.UNIT_HAS_UNITS_BELOW, { value, below: displayName(below.unit) })
    for (const use of uses) {
      const count = await use.count(tx, unitId)
      if (count > 0) throw new Refusal(territoryRefusals.UNIT_IN_USE, { value, count, what: use.name })
    }
    await endVersion(tx, { unitId, validFrom: unit.validFrom, endsOn })
    if (successorId !== null) {
      const [successor] = await unitsById(tx, endsOn, [successorId])
      if (!successor || successorId === unitId) {
        throw new Refusal(unitFaults.PARENT_NOT_VALID, { value, field: 'successorId' })
      }
      const succession = { oldUnitId: unitId, newUnitId: successorId, kind: 'merge', weight: 1 } as const
      await insertSuccession(tx, { ...succession, takesEffectOn: endsOn, legalAct })
    }
    const details = { endsOn, code: unit.code, name: unit.name, successorId, legalAct }
    await writeAudit(tx, { clock }, { actor, address, action: 'territory.end', unitId, subjectId: unitId, details })
    return { unit: { ...unit, validTo: endsOn }, revision: revision + 1 }
  })
}
