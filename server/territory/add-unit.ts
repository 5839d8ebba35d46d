import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Actor, Day, UnitId } from '@nguon/domain/platform'
import { type LegalAct, type Level, mayAddUnder, type Place } from '@nguon/domain/territory'
import { type Clock, type Database, once, transact, type Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { type ChangedUnit, changeUnit } from './change-unit.ts'
import { unitsById } from './store.ts'

export interface NewUnit {
  readonly parentId: UnitId
  readonly level: Level
  readonly kind: string
  readonly name: string
  readonly code: string | null
  readonly households: number | null
  readonly place: Place | null
  readonly legalAct: LegalAct | null
}

/** Adds a unit under another, from a day. */
export async function addUnit(
  { db, clock }: { db: Database; clock: Clock },
  given: { actor: Actor; address: string; key?: string | undefined; day: Day; unit: NewUnit },
): Promise<ChangedUnit> {
  const { actor, address, key, day, unit } = given
  const repeatable = { accountId: actor.accountId, operation: 'territory.add', key, input: { day, unit } }
  const work = async (tx: Transaction) => {
    const [parent] = await unitsById(tx, day, [unit.parentId])
    if (!parent) throw new Refusal(platformRefusals.NOT_FOUND)
    requireRight(mayAddUnder(actor, parent.path))
    const cells = {
      code: unit.code ?? '',
      kind: unit.kind,
      name: unit.name,
      level: unit.level,
      parentCode: parent.unit.code,
      households: unit.households === null ? '' : String(unit.households),
      latitude: unit.place === null ? '' : String(unit.place.latitude),
      longitude: unit.place === null ? '' : String(unit.place.longitude),
    }
    return changeUnit(
      tx,
      { clock },
      { actor, address, action: 'territory.add', day, legalAct: unit.legalAct, cells, isNew: true },
    )
  }
  return transact(db, tx => once(tx, { clock }, repeatable, () => work(tx)))
}
