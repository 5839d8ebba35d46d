import { bulletinRefusals } from '@nguon/contract/bulletins'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type Bulletin, type BulletinAct, type BulletinVersion, mayAct, stateAfter } from '@nguon/domain/bulletins'
import type { Actor, BulletinId, UnitPath } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import type { Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import type { BulletinStep } from './bulletin-step.ts'
import { type BulletinParts, type Caller, placed } from './bulletin-parts.ts'
import { presentVersion } from './read-bulletin.ts'
import { holdBulletin, saveState } from './store.ts'
import { wordsOfState } from './words-of-state.ts'

/** A bulletin nobody else can change until the end of the transaction, with all that a step needs to know. */
export interface HeldBulletin {
  readonly bulletin: Bulletin
  readonly version: BulletinVersion
  readonly unitPath: UnitPath
}

export interface Move {
  readonly id: BulletinId
  /** The version the caller saw. */
  readonly version: number
  readonly act: Exclude<BulletinAct, 'edit' | 'expire'>
  /** Why it is returned or withdrawn. */
  readonly reason?: string
  /** For the audit trail. */
  readonly details?: Readonly<Record<string, unknown>>
  /** Who may, where it is not who usually takes this step. */
  readonly may?: Right
}

type Right = (actor: Actor, unitPath: UnitPath) => boolean

/**
 * Takes one step on the way of a bulletin, with everything the modules above hang on it.
 * @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, BULLETIN_STATE_FORBIDS, and what the followers refuse
 */
export async function moveBulletin(
  tx: Transaction,
  parts: BulletinParts,
  { actor, address }: Caller,
  { id, version, act, reason, details, may }: Move,
): Promise<HeldBulletin> {
  const held = await holdForAct(tx, parts, actor, { id, version, act, ...(may && { may }) })
  const now = parts.clock.now()
  const after: Bulletin = {
    ...held.bulletin,
    state: stateToBe(held.bulletin, act),
    updatedAt: now,
    reason: reason ?? null,
    ...(act === 'submit' && { submittedAt: now, submittedBy: actor.accountId }),
    ...(act === 'publish' && { publishedAt: now }),
  }
  await takeStep(tx, parts, {
    act,
    before: held.bulletin,
    after,
    version: held.version,
    unitPath: held.unitPath,
    actor,
  })
  await writeAudit(tx, parts, {
    actor,
    address,
    action: `bulletins.${act}`,
    unitId: after.unitId,
    subjectId: id,
    details: { version, title: held.version.content.texts[0].title, ...(reason && { reason }), ...details },
  })
  return { ...held, bulletin: after }
}

/** @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, BULLETIN_STATE_FORBIDS */
export async function holdForAct(
  tx: Transaction,
  parts: BulletinParts,
  actor: Actor,
  { id, version, act, may }: { id: BulletinId; version: number; act: BulletinAct; may?: Right },
): Promise<HeldBulletin> {
  const { bulletin, unitPath } = await placed(tx, parts, await holdBulletin(tx, id))
  requireRight(may ? may(actor, unitPath) : mayAct(actor, act, unitPath))
  if (bulletin.version !== version) throw new Refusal(platformRefusals.STALE_VERSION, { current: bulletin.version })
  stateToBe(bulletin, act)
  return { bulletin, unitPath, version: await presentVersion(tx, id, bulletin.version) }
}

/** Writes the state, then lets the modules above do their part or refuse. */
export async function takeStep(tx: Transaction, { steps }: BulletinParts, step: BulletinStep): Promise<void> {
  await saveState(tx, step.after)
  await steps.tell(tx, step)
}

/** @throws BULLETIN_STATE_FORBIDS */
export function stateToBe(bulletin: Bulletin, act: BulletinAct): Bulletin['state'] {
  const state = stateAfter(bulletin.state, act)
  if (state === null) {
    throw new Refusal(bulletinRefusals.BULLETIN_STATE_FORBIDS, wordsOfState(bulletin.state, act))
  }
  return state
}
