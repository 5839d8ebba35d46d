import { approvalRefusals } from '@nguon/contract/approval'
import { type Language, wordRefusal } from '@nguon/contract/platform'
import { type Approval, suggestedLimits } from '@nguon/domain/approval'
import type { Actor, BulletinId } from '@nguon/domain/platform'
import { compareVersions, readBulletin, readVersion } from '@nguon/server/bulletins'
import type { Database } from '@nguon/server/platform'
import type { ApprovalParts } from './approval-parts.ts'
import { readSoundings } from './read-soundings.ts'
import { approvalsInForce, decisionsOf, lastApprovedVersion } from './store.ts'

/** A bulletin rarely sees more than three decisions. */
const mostDecisions = 100

/** Everything one looks at before a decision. @throws NOT_FOUND, FORBIDDEN */
export async function reviewBulletin(
  db: Database,
  parts: ApprovalParts,
  { actor, language }: { actor: Actor; language: Language },
  id: BulletinId,
) {
  const bulletin = await readBulletin(db, parts, actor, id)
  const version = await readVersion(db, parts, actor, { id, number: bulletin.version })
  const { ready, waitingFor } = await readSoundings(db, version)
  return {
    bulletin,
    soundings: ready.map(({ bytes: _bytes, ...sounding }) => sounding),
    waitingFor: waitingFor && wordRefusal(approvalRefusals.SOUND_NOT_READY, waitingFor, language),
    suggestedLimits: suggestedLimits(bulletin.unitId, bulletin.content, parts.clock.now()),
    changedSince: await changedSince(db, parts, actor, { id, version: bulletin.version }),
    decisions: await decisionsOf(db, id, mostDecisions),
  }
}

async function changedSince(
  db: Database,
  parts: ApprovalParts,
  actor: Actor,
  { id, version }: { id: BulletinId; version: number },
) {
  const approved = await lastApprovedVersion(db, id)
  if (approved === null) return null
  const { fields } = await compareVersions(db, parts, actor, { id, from: approved, to: version })
  return { version: approved, fields }
}

/** The approval that holds now: nothing has ended it and its period is not over. @throws NOT_FOUND, FORBIDDEN */
export async function checkApproval(
  db: Database,
  parts: Pick<ApprovalParts, 'clock'>,
  actor: Actor,
  id: BulletinId,
): Promise<Approval | null> {
  await readBulletin(db, parts, actor, id)
  const [found] = await approvalsInForce(db, [id])
  if (!found || found.limits.period.endsAt <= parts.clock.now()) return null
  const { title: _title, class: _class, soundings: _soundings, ...approval } = found
  return approval
}
