import { type Approval, mayApprove, mayReach } from '@nguon/domain/approval'
import type { Sha256 } from '@nguon/domain/platform'
import { type Caller, holdForAct } from '@nguon/server/bulletins'
import type { Transaction } from '@nguon/server/platform'
import type { ApprovalParts } from './approval-parts.ts'
import { settleApproval, type WantedApproval } from './settle-approval.ts'

export interface HeardApproval extends WantedApproval {
  readonly remark?: string | undefined
  /** The audio of the review, in its order. */
  readonly offered?: readonly Sha256[] | undefined
  /** What of it was heard. */
  readonly heard?: readonly Sha256[] | undefined
}

/**
 * The approver decides that what they have seen and heard may go out.
 * @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, BULLETIN_STATE_FORBIDS, and what `settleApproval` throws
 */
export async function approveBulletin(
  tx: Transaction,
  parts: ApprovalParts,
  caller: Caller,
  { id, version, limits, publish, remark, offered, heard }: HeardApproval,
): Promise<Approval> {
  const held = await holdForAct(tx, parts.bulletins, caller.actor, { id, version, act: 'approve' })
  return settleApproval(
    tx,
    parts,
    caller,
    held,
    { limits, publish },
    {
      remark: remark || null,
      offered: offered ?? null,
      heard: heard ?? null,
      paper: null,
      roles: ['approver'],
      may: mayApprove,
      reaches: path => mayReach(caller.actor, [path]),
    },
  )
}
