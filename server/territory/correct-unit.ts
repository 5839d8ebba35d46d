import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Actor, UnitId } from '@nguon/domain/platform'
import { mayEditUnit, type Place } from '@nguon/domain/territory'
import { type Clock, type Database, transact } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { type ChangedUnit, changeUnit, requireRevision } from './change-unit.ts'
import { holdTreeLock, unitsById } from './store.ts'

export interface UnitCorrection {
  readonly unitId: UnitId
  readonly revision: number
  readonly kind: string
  readonly name: string
  /** Undefined: as it is. */
  readonly households: number | undefined
  readonly place: Place | undefined
}

/** Sets right what was entered wrongly in the version that holds today: it has been so since the version began. */
export async function correctUnit(
  { db, clock }: { db: Database; clock: Clock },
  { actor, address, correction }: { actor: Actor; address: string; correction: UnitCorrection },
): Promise<ChangedUnit> {
  const { unitId, revision, kind, name, households, place } = correction
  return transact(db, async tx => {
    await holdTreeLock(tx)
    const [current] = await unitsById(tx, clock.today(), [unitId])
    if (!current) throw new Refusal(platformRefusals.NOT_FOUND)
    requireRight(mayEditUnit(actor, current.path))
    await requireRevision(tx, unitId, revision)
    const { code, level, validFrom, legalAct } = current.unit
    const cells = {
      code,
      kind,
      name,
      level,
      households: households === undefined ? '' : String(households),
      latitude: place === undefined ? '' : String(place.latitude),
      longitude: place === undefined ? '' : String(place.longitude),
    }
    return changeUnit(
      tx,
      { clock },
      { actor, address, action: 'territory.correct', day: validFrom, legalAct, cells, isNew: false },
    )
  })
}
