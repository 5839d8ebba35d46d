import { approvalRefusals } from '@nguon/contract/approval'
import { Refusal } from '@nguon/contract/platform'
import {
  type Approval,
  mayEnterPaperApproval,
  mayReachOnPaper,
  type PaperSheet,
  paperRoles,
} from '@nguon/domain/approval'
import { type Caller, holdForAct } from '@nguon/server/bulletins'
import { findReadyItem } from '@nguon/server/media'
import type { Transaction } from '@nguon/server/platform'
import type { ApprovalParts } from './approval-parts.ts'
import { settleApproval, type WantedApproval } from './settle-approval.ts'

/**
 * Duyệt giấy: somebody other than the author enters the sheet that was signed, with its photograph.
 * @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, BULLETIN_STATE_FORBIDS, PAPER_SIGNED_IN_FUTURE, PAPER_SHEET_MISSING, and
 * what `settleApproval` throws
 */
export async function enterPaperApproval(
  tx: Transaction,
  parts: ApprovalParts,
  caller: Caller,
  { id, version, limits, publish, paper }: WantedApproval & { readonly paper: PaperSheet },
): Promise<Approval> {
  const may = mayEnterPaperApproval
  const held = await holdForAct(tx, parts.bulletins, caller.actor, { id, version, act: 'approve', may })
  if (paper.signedOn > parts.clock.today()) {
    throw new Refusal(approvalRefusals.PAPER_SIGNED_IN_FUTURE, { field: 'paper.signedOn' })
  }
  const sheet = await findReadyItem(tx, { sha256: paper.mediaSha256, unitIds: held.unitPath })
  if (sheet?.kind !== 'image' && sheet?.kind !== 'document') {
    throw new Refusal(approvalRefusals.PAPER_SHEET_MISSING, { field: 'paper.mediaSha256' })
  }
  return settleApproval(
    tx,
    parts,
    caller,
    held,
    { limits, publish },
    {
      remark: null,
      offered: null,
      heard: null,
      paper,
      roles: paperRoles,
      may,
      reaches: path => mayReachOnPaper(held.unitPath, [path]),
    },
  )
}
