import { type Bulletin, type BulletinContent, type BulletinVersion, mayWriteBulletins } from '@nguon/domain/bulletins'
import type { BulletinId, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { newId, once, type Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import type { BulletinParts, Caller } from './bulletin-parts.ts'
import { readLivingUnitPath } from '@nguon/server/territory'
import { requireUsable } from './require-usable.ts'
import { insertBulletin } from './store.ts'

export interface NewBulletin {
  readonly unitId: UnitId
  readonly content: BulletinContent
  readonly idempotencyKey?: string | undefined
  /** The bulletin it is a copy of. */
  readonly copyOf?: BulletinId
}

/** A draft of the unit. @throws NOT_FOUND, FORBIDDEN, BULLETIN_VALIDITY_REVERSED, BULLETIN_MEDIA_MISSING, IDEMPOTENCY_KEY_REUSED */
export async function createBulletin(
  tx: Transaction,
  parts: Pick<BulletinParts, 'clock' | 'created'>,
  { actor, address }: Caller,
  { unitId, content, idempotencyKey: key, copyOf }: NewBulletin,
): Promise<BulletinId> {
  const unitPath = await readLivingUnitPath(tx, parts, unitId)
  requireRight(mayWriteBulletins(actor, unitPath))
  const repeatable = {
    accountId: actor.accountId,
    operation: 'bulletins.create',
    key,
    input: { unitId, content, copyOf },
  }
  const { id } = await once(tx, parts, repeatable, async () => {
    await requireUsable(tx, content, unitPath)
    const now = parts.clock.now()
    const bulletin: Bulletin = {
      id: newId(now),
      unitId,
      state: 'draft',
      version: 1,
      writers: [actor.accountId],
      createdAt: now,
      updatedAt: now,
      submittedAt: null,
      submittedBy: null,
      publishedAt: null,
      reason: null,
    }
    const version: BulletinVersion = {
      bulletinId: bulletin.id,
      number: 1,
      content,
      writtenBy: actor.accountId,
      writerName: actor.name,
      writtenAt: now,
    }
    await insertBulletin(tx, bulletin, version)
    await parts.created.tell(tx, { version, unitPath })
    await writeAudit(tx, parts, {
      actor,
      address,
      action: 'bulletins.create',
      unitId,
      subjectId: bulletin.id,
      details: { title: content.texts[0].title, ...(copyOf && { copyOf }) },
    })
    return { id: bulletin.id }
  })
  return id
}
