import { bulletinRefusals } from '@nguon/contract/bulletins'
import { Refusal } from '@nguon/contract/platform'
import { type Bulletin, type BulletinContent, type BulletinVersion, isReliedOn } from '@nguon/domain/bulletins'
import type { BulletinId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import type { Transaction } from '@nguon/server/platform'
import type { BulletinParts, Caller } from './bulletin-parts.ts'
import { holdForAct, stateToBe, takeStep } from './move-bulletin.ts'
import { requireUsable } from './require-usable.ts'
import { saveVersion } from './store.ts'
import { wordsOfState } from './words-of-state.ts'

export interface Edit {
  readonly id: BulletinId
  /** The version the caller wrote upon. */
  readonly version: number
  readonly content: BulletinContent
  /** Said by someone who knows that the bulletin has to be approved anew. */
  readonly reopen: boolean
}

/**
 * Writes a new version; the bulletin is a draft again, whatever it was.
 * @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, BULLETIN_RELIED_ON, BULLETIN_VALIDITY_REVERSED, BULLETIN_MEDIA_MISSING
 */
export async function editBulletin(
  tx: Transaction,
  parts: BulletinParts,
  { actor, address }: Caller,
  { id, version: seen, content, reopen }: Edit,
): Promise<void> {
  const { bulletin: before, unitPath } = await holdForAct(tx, parts, actor, { id, version: seen, act: 'edit' })
  if (isReliedOn(before.state) && !reopen) {
    throw new Refusal(bulletinRefusals.BULLETIN_RELIED_ON, wordsOfState(before.state, 'edit'))
  }
  await requireUsable(tx, content, unitPath)
  const now = parts.clock.now()
  const version: BulletinVersion = {
    bulletinId: id,
    number: before.version + 1,
    content,
    writtenBy: actor.accountId,
    writerName: actor.name,
    writtenAt: now,
  }
  const after: Bulletin = {
    ...before,
    state: stateToBe(before, 'edit'),
    version: version.number,
    writers: [...new Set([...before.writers, actor.accountId])],
    updatedAt: now,
    submittedAt: null,
    submittedBy: null,
  }
  await saveVersion(tx, after, version)
  await takeStep(tx, parts, { act: 'edit', before, after, version, unitPath, actor })
  await writeAudit(tx, parts, {
    actor,
    address,
    action: 'bulletins.edit',
    unitId: after.unitId,
    subjectId: id,
    details: { version: version.number, title: content.texts[0].title, stateBefore: before.state },
  })
}
