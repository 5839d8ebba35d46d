import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { territoryRefusals } from '@nguon/contract/territory'
import type { Actor, Day, UnitId } from '@nguon/domain/platform'
import { type LegalAct, mayEditUnit } from '@nguon/domain/territory'
import { type Clock, type Database, transact } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { type ChangedUnit, changeUnit, requireRevision } from './change-unit.ts'
import { holdTreeLock, unitsById } from './store.ts'

export interface NewName {
  readonly unitId: UnitId
  readonly revision: number
  readonly kind: string
  readonly name: string
  /** The first day of the new name. */
  readonly validFrom: Day
  readonly legalAct: LegalAct
}

/** Gives a unit a new name, or a new kind, from a day; before, it keeps the old one. */
export async function renameUnit(
  { db, clock }: { db: Database; clock: Clock },
  { actor, address, rename }: { actor: Actor; address: string; rename: NewName },
): Promise<ChangedUnit> {
  const { unitId, revision, kind, name, validFrom, legalAct } = rename
  return transact(db, async tx => {
    await holdTreeLock(tx)
    const [current] = await unitsById(tx, validFrom, [unitId])
    if (!current) throw new Refusal(platformRefusals.NOT_FOUND)
    requireRight(mayEditUnit(actor, current.path))
    await requireRevision(tx, unitId, revision)
    if (current.unit.validFrom >= validFrom) {
      throw new Refusal(territoryRefusals.DAY_BEFORE_START, { validFrom: current.unit.validFrom, field: 'validFrom' })
    }
    const cells = { code: current.unit.code, kind, name, level: current.unit.level }
    return changeUnit(
      tx,
      { clock },
      { actor, address, action: 'territory.rename', day: validFrom, legalAct, cells, isNew: false },
    )
  })
}
