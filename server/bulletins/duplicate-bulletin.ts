import type { BulletinId, UnitId } from '@nguon/domain/platform'
import { mayReadBulletins } from '@nguon/domain/bulletins'
import type { Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { type BulletinParts, type Caller, placed } from './bulletin-parts.ts'
import { createBulletin } from './create-bulletin.ts'
import { presentVersion } from './read-bulletin.ts'
import { findBulletin } from './store.ts'

export interface Copy {
  readonly id: BulletinId
  /** Where the copy goes; null: the unit of the original. */
  readonly unitId: UnitId | null
  readonly idempotencyKey?: string | undefined
}

/** A draft with the words of another bulletin, but not its validity: that belongs to the old occasion. */
export async function duplicateBulletin(
  tx: Transaction,
  parts: BulletinParts,
  caller: Caller,
  { id, unitId, idempotencyKey }: Copy,
): Promise<BulletinId> {
  const { bulletin, unitPath } = await placed(tx, parts, await findBulletin(tx, id))
  requireRight(mayReadBulletins(caller.actor, unitPath))
  const { content } = await presentVersion(tx, id, bulletin.version)
  return createBulletin(tx, parts, caller, {
    unitId: unitId ?? bulletin.unitId,
    content: { ...content, validFrom: null, validUntil: null },
    idempotencyKey,
    copyOf: id,
  })
}
