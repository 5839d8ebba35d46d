import type { Approval } from '@nguon/domain/approval'
import type { BulletinId } from '@nguon/domain/platform'
import { type Caller, moveBulletin } from '@nguon/server/bulletins'
import { newId, type Transaction } from '@nguon/server/platform'
import type { ApprovalParts } from './approval-parts.ts'
import { insertDecision } from './store.ts'

/** Sends the bulletin back to its author. @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, BULLETIN_STATE_FORBIDS */
export async function returnBulletin(
  tx: Transaction,
  { clock, bulletins }: Pick<ApprovalParts, 'clock' | 'bulletins'>,
  caller: Caller,
  { id, version, reason }: { readonly id: BulletinId; readonly version: number; readonly reason: string },
): Promise<Approval> {
  const { version: returned, bulletin } = await moveBulletin(tx, bulletins, caller, {
    id,
    version,
    act: 'return',
    reason,
  })
  const now = clock.now()
  const decision: Approval = {
    id: newId(now),
    bulletinId: id,
    version,
    decision: 'returned',
    decidedBy: caller.actor.accountId,
    deciderName: caller.actor.name,
    decidedAt: now,
    reason,
    contentHash: null,
    limits: null,
    paper: null,
    endedAt: null,
    endedBy: null,
  }
  const { class: bulletinClass, texts } = returned.content
  await insertDecision(tx, decision, {
    title: texts[0].title,
    unitId: bulletin.unitId,
    class: bulletinClass,
    soundings: [],
  })
  return decision
}
