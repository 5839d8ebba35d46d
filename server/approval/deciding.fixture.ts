import type { ApprovalLimits, PaperSheet } from '@nguon/domain/approval'
import { type Actor, type BulletinId, type Day, instant, millisecondsPerDay, type UnitId } from '@nguon/domain/platform'
import type { Transaction } from '@nguon/server/platform'
import type { ApprovalParts } from './approval-parts.ts'
import { approveBulletin, type HeardApproval } from './approve-bulletin.ts'
import { enterPaperApproval } from './enter-paper-approval.ts'

interface Desk {
  readonly parts: ApprovalParts
  readonly approver: Actor
  readonly operator: Actor
  readonly tree: { readonly commune: { readonly id: UnitId } }
  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
}

type Sheet = Pick<PaperSheet, 'mediaSha256'> & Partial<PaperSheet>

/** The decisions of a desk, as tests take them: of version 1, by the approver, published at once, unless said otherwise. */
export function decidingAt(desk: () => Desk) {
  const after = (milliseconds: number) => instant(desk().parts.clock.now() + milliseconds)
  const inDays = (days: number) => after(days * millisecondsPerDay)
  return {
    inDays,
    limits: (more: Partial<ApprovalLimits> = {}): ApprovalLimits => ({
      area: [desk().tree.commune.id],
      period: { startsAt: inDays(0), endsAt: inDays(7) },
      class: 'normal',
      ...more,
    }),
    withFactor: (actor: Actor, minutesAgo: number): Actor => ({
      ...actor,
      secondFactorAt: after(-minutesAgo * 60_000),
    }),
    approve: (id: BulletinId, more: Partial<HeardApproval> = {}, actor = desk().approver) => {
      const { parts, write } = desk()
      const wanted = { id, version: 1, publish: true, ...more }
      return write(tx => approveBulletin(tx, parts, { actor, address: null }, wanted))
    },
    enterPaper: (id: BulletinId, sheet: Sheet, more: Partial<HeardApproval> = {}, actor = desk().operator) => {
      const { parts, write } = desk()
      const paper: PaperSheet = {
        signerName: 'Phạm Văn Bình',
        signerPosition: 'Chủ tịch UBND xã',
        signedOn: '2026-11-20' as Day,
        number: '12/PD',
        ...sheet,
      }
      const wanted = { id, version: 1, publish: true, ...more, paper }
      return write(tx => enterPaperApproval(tx, parts, { actor, address: null }, wanted))
    },
  }
}
