import type { Approval as Decision } from '@nguon/domain/approval'
import type { BulletinAct } from '@nguon/domain/bulletins'
import type { BulletinId } from '@nguon/domain/platform'
import type { BulletinParts } from '@nguon/server/bulletins'
import { type Following, following, type Platform } from '@nguon/server/platform'
import type { ApprovalParts } from './approval-parts.ts'
import { changesWhatMayGoOut } from './approved-contents.ts'
import { approvalRoutes } from './routes.ts'
import { endApproval } from './store.ts'

export interface Approval {
  readonly routes: ReturnType<typeof approvalRoutes>
  /** What may go out of a bulletin, or why nothing may, is another now; told in the transaction that changes it. */
  readonly approvalChanged: Following<{ bulletinId: BulletinId }>
}

const endings: Partial<Readonly<Record<BulletinAct, NonNullable<Decision['endedBy']>>>> = {
  edit: 'edit',
  withdraw: 'withdrawal',
  expire: 'expiry',
}

/** The decisions, and the end of an approval by whatever happens to its bulletin. */
export function openApproval(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  bulletins: { readonly parts: BulletinParts },
): Approval {
  const parts: ApprovalParts = { clock, bulletins: bulletins.parts }
  const approvalChanged = following<{ bulletinId: BulletinId }>()
  bulletins.parts.steps.follow(async (tx, { act, before, after }) => {
    const endedBy = endings[act]
    if (endedBy) await endApproval(tx, after.id, { endedAt: clock.now(), endedBy })
    if (changesWhatMayGoOut(before.state, after.state)) await approvalChanged.tell(tx, { bulletinId: after.id })
  })
  return { routes: approvalRoutes(db, parts), approvalChanged }
}
