import { type Bulletin, type BulletinClass, isOwnWork } from '@nguon/domain/bulletins'
import { type Actor, holds, type Instant, type UnitPath } from '@nguon/domain/platform'

export function mayApprove(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['approver'], unitPath)
}

/** The signed sheet is entered by anyone who works with bulletins of the unit, but never by who wrote them. */
export function mayEnterPaperApproval(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['approver', 'author', 'operator'], unitPath)
}

/** Two people: nobody decides on what they wrote or submitted, on paper or on the screen. */
export function isAnotherPerson(actor: Actor, bulletin: Pick<Bulletin, 'writers' | 'submittedBy'>): boolean {
  return !isOwnWork(actor, bulletin)
}

/** An approval reaches no further than the approver: every unit of its area lies in a unit they approve for. */
export function mayReach(actor: Actor, areaPaths: readonly UnitPath[]): boolean {
  return areaPaths.every(path => holds(actor, ['approver'], path))
}

const minute = 60_000

/** How fresh the second factor must be for what goes out above the order of the day; null: none is asked. */
const secondFactorAge: Readonly<Record<BulletinClass, number | null>> = {
  normal: null,
  priority: 12 * 60 * minute,
  emergency: 10 * minute,
}

/** True when the second factor was given lately enough for an approval up to this class. */
export function hasSecondFactor(actor: Actor, highestClass: BulletinClass, now: Instant): boolean {
  const age = secondFactorAge[highestClass]
  return age === null || (actor.secondFactorAt !== null && now - actor.secondFactorAt <= age)
}
