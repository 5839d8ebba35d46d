import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'
import { type Bulletin } from './bulletin.ts'
import { type BulletinAct, bulletinActs, stateAfter } from './bulletin-state.ts'

/** Writing is for authors; an approver may write too, and then someone else approves. */
export function mayWriteBulletins(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['author', 'approver'], unitPath)
}

/** Whoever works with bulletins of a unit sees them in every state; the public sees what is published, elsewhere. */
export function mayReadBulletins(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, readingRoles, unitPath)
}

export const readingRoles = [
  'author',
  'approver',
  'operator',
  'villageHead',
  'reportOfficer',
  'inspector',
  'administrator',
] as const

export function mayPublishBulletins(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['author', 'approver', 'operator'], unitPath)
}

/** Taking something back must never wait: whoever may write, approve or operate may withdraw. */
export function mayWithdrawBulletins(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['author', 'approver', 'operator'], unitPath)
}

export function mayDecideOnBulletins(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['approver'], unitPath)
}

/** Nobody approves what they had a hand in (NĐ 49/2024 leaves the decision to the head; the house holds two people to it). */
export function isOwnWork(actor: Actor, bulletin: Pick<Bulletin, 'writers' | 'submittedBy'>): boolean {
  return bulletin.writers.includes(actor.accountId) || bulletin.submittedBy === actor.accountId
}

const rightTo: Readonly<Record<BulletinAct, (actor: Actor, unitPath: UnitPath) => boolean>> = {
  edit: mayWriteBulletins,
  submit: mayWriteBulletins,
  recall: mayWriteBulletins,
  approve: mayDecideOnBulletins,
  return: mayDecideOnBulletins,
  publish: mayPublishBulletins,
  withdraw: mayWithdrawBulletins,
  expire: () => false,
}

/** By role alone; state and hand are asked elsewhere. */
export function mayAct(actor: Actor, act: BulletinAct, unitPath: UnitPath): boolean {
  return rightTo[act](actor, unitPath)
}

/** What this person can do with this bulletin now: by state, role and hand. For the buttons of a screen. */
export function openActs(
  actor: Actor,
  bulletin: Pick<Bulletin, 'state' | 'writers' | 'submittedBy'>,
  unitPath: UnitPath,
): BulletinAct[] {
  return bulletinActs.filter(
    act =>
      stateAfter(bulletin.state, act) !== null &&
      rightTo[act](actor, unitPath) &&
      !(act === 'approve' && isOwnWork(actor, bulletin)),
  )
}
