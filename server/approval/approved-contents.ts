import type { ApprovalLimits } from '@nguon/domain/approval'
import type { BulletinClass, BulletinState } from '@nguon/domain/bulletins'
import type { BulletinId, ContentHash, Sha256 } from '@nguon/domain/platform'
import { bulletinStates } from '@nguon/server/bulletins'
import type { Database } from '@nguon/server/platform'
import { type ApprovalInForce, approvalsInForce } from './store.ts'

/** What may go out, exactly as it was approved. */
export interface ApprovedContent {
  readonly bulletinId: BulletinId
  readonly title: string
  /** As written; the limits say up to which class it may be scheduled. */
  readonly class: BulletinClass
  readonly contentHash: ContentHash
  readonly limits: ApprovalLimits
  /** In the order in which they are played; never empty. */
  readonly soundings: readonly {
    readonly language: string
    readonly audioSha256: Sha256
    readonly bytes: number
    readonly seconds: number
  }[]
}

/** Why nothing of a bulletin may sound now. */
export type ContentFault = 'NOT_APPROVED' | 'WITHDRAWN' | 'EXPIRED' | 'NO_MEDIA'

/** Null for the one state whose content may go out: approved and published. */
const faultOf: Readonly<Record<BulletinState, ContentFault | null>> = {
  draft: 'NOT_APPROVED',
  submitted: 'NOT_APPROVED',
  returned: 'NOT_APPROVED',
  approved: 'NOT_APPROVED',
  published: null,
  withdrawn: 'WITHDRAWN',
  expired: 'EXPIRED',
}

/** Whether a step from one state to another changes what `approvedContents` says. */
export function changesWhatMayGoOut(before: BulletinState, after: BulletinState): boolean {
  return faultOf[before] !== faultOf[after]
}

/** By bulletin: what is approved and in force now, or why nothing is. A bulletin that does not exist is not in the map. */
export async function approvedContents(
  db: Database,
  bulletinIds: readonly BulletinId[],
): Promise<ReadonlyMap<BulletinId, ApprovedContent | ContentFault>> {
  const states = await bulletinStates(db, bulletinIds)
  const approvals = new Map((await approvalsInForce(db, bulletinIds)).map(found => [found.bulletinId, found]))
  return new Map([...states].map(([id, state]) => [id, faultOf[state] ?? contentIn(approvals.get(id))]))
}

function contentIn(approval: ApprovalInForce | undefined): ApprovedContent | ContentFault {
  if (!approval) return 'NOT_APPROVED'
  const { bulletinId, title, class: bulletinClass, contentHash, limits } = approval
  if (approval.soundings.length === 0) return 'NO_MEDIA'
  const soundings = approval.soundings.map(({ reading: _reading, ...sounding }) => sounding)
  return { bulletinId, title, class: bulletinClass, contentHash, limits, soundings }
}
