import { approvalContract } from '@nguon/contract/approval'
import type { Approval } from '@nguon/domain/approval'
import { type Caller, listSubmitted, readBulletin } from '@nguon/server/bulletins'
import { type Platform, type Transaction, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/web'
import { implement } from '@orpc/server'
import type { ApprovalParts } from './approval-parts.ts'
import { approveBulletin } from './approve-bulletin.ts'
import { enterPaperApproval } from './enter-paper-approval.ts'
import { listDecisions } from './list-decisions.ts'
import { returnBulletin } from './return-bulletin.ts'
import { checkApproval, reviewBulletin } from './review-bulletin.ts'

export function approvalRoutes(db: Platform['db'], parts: ApprovalParts) {
  const os = implement(approvalContract).$context<RequestContext>().use(operationGuard)

  /** Decides, then answers with the bulletin as it stands after the commit. */
  async function decided(context: RequestContext, decide: (tx: Transaction, caller: Caller) => Promise<Approval>) {
    const caller = { actor: actorOf(context), address: context.address }
    const approval = await transact(db, tx => decide(tx, caller))
    return { bulletin: await readBulletin(db, parts, caller.actor, approval.bulletinId), approval }
  }

  return os.router({
    review: os.review.handler(({ input, context }) =>
      reviewBulletin(db, parts, { actor: actorOf(context), language: context.language }, input.id),
    ),
    waiting: os.waiting.handler(({ input: { cursor, limit }, context }) =>
      listSubmitted(db, parts, actorOf(context), { cursor, limit }),
    ),
    list: os.list.handler(({ input, context }) => listDecisions(db, parts, actorOf(context), input)),
    approve: os.approve.handler(({ input, context }) =>
      decided(context, (tx, caller) => approveBulletin(tx, parts, caller, input)),
    ),
    return: os.return.handler(({ input, context }) =>
      decided(context, (tx, caller) => returnBulletin(tx, parts, caller, input)),
    ),
    enterPaperApproval: os.enterPaperApproval.handler(({ input, context }) =>
      decided(context, (tx, caller) => enterPaperApproval(tx, parts, caller, input)),
    ),
    check: os.check.handler(async ({ input, context }) => {
      const approval = await checkApproval(db, parts, actorOf(context), input.id)
      return { approval, contentHash: approval?.contentHash ?? null }
    }),
  })
}
