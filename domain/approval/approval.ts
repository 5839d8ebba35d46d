import type { AccountId, BulletinId, ContentHash, Day, Id, Instant, Sha256 } from '@nguon/domain/platform'
import type { ApprovalLimits } from './approval-limits.ts'

export type ApprovalId = Id<'approval'>

/** Duyệt giấy: the decision was signed on paper and somebody entered it. */
export interface PaperSheet {
  /** The photograph of the signed sheet, in the media library. */
  readonly mediaSha256: Sha256
  readonly signerName: string
  readonly signerPosition: string
  readonly signedOn: Day
  /** Number of the sheet (*phiếu duyệt*); empty when it has none. */
  readonly number: string
}

/** One decision about one version of a bulletin. Kept for good; what ends it is added to it. */
export interface Approval {
  readonly id: ApprovalId
  readonly bulletinId: BulletinId
  readonly version: number
  readonly decision: 'approved' | 'returned'
  readonly decidedBy: AccountId
  readonly deciderName: string
  readonly decidedAt: Instant
  /** Why it was returned; a remark on an approval. */
  readonly reason: string | null
  /** Null for a return. */
  readonly contentHash: ContentHash | null
  readonly limits: ApprovalLimits | null
  readonly paper: PaperSheet | null
  /** Since when it holds no more; null while it holds. */
  readonly endedAt: Instant | null
  readonly endedBy: 'edit' | 'withdrawal' | 'expiry' | null
}
