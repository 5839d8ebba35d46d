import { approvalRefusals } from '@nguon/contract/approval'
import { Refusal } from '@nguon/contract/platform'
import { canonicalHash } from '@nguon/contract/signing'
import {
  type Approval,
  type ApprovalLimits,
  contentOf,
  hasSecondFactor,
  isAnotherPerson,
  type PaperSheet,
  suggestedLimits,
} from '@nguon/domain/approval'
import {
  type BulletinId,
  type ContentHash,
  isWithin,
  type Role,
  type Sha256,
  type UnitPath,
} from '@nguon/domain/platform'
import { type Caller, type HeldBulletin, moveBulletin } from '@nguon/server/bulletins'
import { readGrants } from '@nguon/server/identity'
import { newId, type Transaction } from '@nguon/server/platform'
import type { ApprovalParts } from './approval-parts.ts'
import { readSoundings } from './read-soundings.ts'
import { requireLimits } from './require-limits.ts'
import { insertDecision } from './store.ts'

export interface WantedApproval {
  readonly id: BulletinId
  /** The version the caller has seen and heard. */
  readonly version: number
  /** Left out: as the review suggests. */
  readonly limits?: ApprovalLimits | undefined
  /** Publishes it in the same step. */
  readonly publish: boolean
}

/** In which way the decision was taken: on the screen or on paper. */
export interface Way {
  readonly remark: string | null
  /** The audio the caller was offered, in its order; null: whatever sounds now. */
  readonly offered: readonly Sha256[] | null
  /** The audio that was heard to its end; null: it was not asked. */
  readonly heard: readonly Sha256[] | null
  readonly paper: PaperSheet | null
  /** The roles by which the caller may. */
  readonly roles: readonly Role[]
  readonly may: (actor: Caller['actor'], unitPath: UnitPath) => boolean
  readonly reaches: (unitPath: UnitPath) => boolean
}

/**
 * Approves a bulletin that is held for it: binds what is heard, seen and read, and how far it may go, by one hash.
 * @throws APPROVAL_OF_OWN_WORK, SECOND_FACTOR_REQUIRED, SOUND_NOT_READY, SOUND_CHANGED, and what `requireLimits` throws
 */
export async function settleApproval(
  tx: Transaction,
  parts: ApprovalParts,
  caller: Caller,
  held: HeldBulletin,
  { limits: wanted, publish }: Pick<WantedApproval, 'limits' | 'publish'>,
  { remark, offered, heard, paper, roles, may, reaches }: Way,
): Promise<Approval> {
  const { actor } = caller
  const { bulletin, version } = held
  if (!isAnotherPerson(actor, bulletin)) throw new Refusal(approvalRefusals.APPROVAL_OF_OWN_WORK)
  const now = parts.clock.now()
  const limits = wanted ?? suggestedLimits(bulletin.unitId, version.content, now)
  await requireLimits(tx, parts, limits, version.content, reaches)
  const unitAsks = await asksForSecondFactor(tx, parts, caller, held.unitPath, roles)
  if (!hasSecondFactor(actor, limits.class, { unitAsks, now })) {
    throw new Refusal(approvalRefusals.SECOND_FACTOR_REQUIRED)
  }
  const soundings = await readSoundings(tx, version)
  if (soundings.waitingFor) throw new Refusal(approvalRefusals.SOUND_NOT_READY, soundings.waitingFor)
  const audio = soundings.ready.map(({ audioSha256 }) => audioSha256)
  const isOther = (offered && offered.join() !== audio.join()) || heard?.some(sha256 => !audio.includes(sha256))
  if (isOther) throw new Refusal(approvalRefusals.SOUND_CHANGED, { field: 'heard' })
  const content = contentOf(version.content, soundings.ready, limits)
  const approval: Approval = {
    id: newId(now),
    bulletinId: bulletin.id,
    version: version.number,
    decision: 'approved',
    decidedBy: actor.accountId,
    deciderName: actor.name,
    decidedAt: now,
    reason: remark,
    contentHash: (await canonicalHash(content)) as ContentHash,
    limits: content.limits,
    paper,
    endedAt: null,
    endedBy: null,
  }
  await insertDecision(tx, approval, {
    title: version.content.texts[0].title,
    unitId: bulletin.unitId,
    class: version.content.class,
    soundings: soundings.ready.map(({ loudnessLufs: _loudness, ...heard }) => heard),
  })
  const { id: approvalId, contentHash } = approval
  const seen = { id: bulletin.id, version: version.number }
  const details = {
    approvalId,
    contentHash,
    limits: content.limits,
    ...(remark && { remark }),
    ...(heard && { heard: `${audio.filter(sha256 => heard.includes(sha256)).length}/${audio.length}` }),
    ...(paper && { paper }),
  }
  await moveBulletin(tx, parts.bulletins, caller, { ...seen, act: 'approve', details, may })
  if (publish) await moveBulletin(tx, parts.bulletins, caller, { ...seen, act: 'publish', details: { approvalId } })
  return approval
}

/** Whether the role by which the caller decides asks, in one of its units, for a second factor. */
async function asksForSecondFactor(
  tx: Transaction,
  parts: ApprovalParts,
  { actor }: Caller,
  unitPath: UnitPath,
  roles: readonly Role[],
): Promise<boolean> {
  const grants = await readGrants(tx, parts, actor.accountId)
  return grants.some(
    grant => grant.needsSecondFactor && roles.includes(grant.role) && isWithin(unitPath, grant.unitPath),
  )
}
