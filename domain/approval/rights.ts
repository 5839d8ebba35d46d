import { type Bulletin, type BulletinClass, isOwnWork } from '@nguon/domain/bulletins'
import { secondFactorFreshMilliseconds } from '@nguon/domain/identity'
import { type Actor, holds, type Instant, isWithin, type Role, type UnitPath } from '@nguon/domain/platform'

export function mayApprove(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['approver'], unitPath)
}

export const paperRoles: readonly Role[] = ['approver', 'author', 'operator']

/** The signed sheet is entered by anyone who works with bulletins of the unit, but never by who wrote them. */
export function mayEnterPaperApproval(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, paperRoles, unitPath)
}

/** Two people: nobody decides on what they wrote or submitted, on paper or on the screen. */
export function isAnotherPerson(actor: Actor, bulletin: Pick<Bulletin, 'writers' | 'submittedBy'>): boolean {
  return !isOwnWork(actor, bulletin)
}

/** An approval reaches no further than the approver: every unit of its area lies in a unit they approve for. */
export function mayReach(actor: Actor, areaPaths: readonly UnitPath[]): boolean {
  return areaPaths.every(path => holds(actor, ['approver'], path))
}

/** A sheet is signed by the head of the unit, so it reaches no further than the unit of the bulletin. */
export function mayReachOnPaper(unitPath: UnitPath, areaPaths: readonly UnitPath[]): boolean {
  return areaPaths.every(path => isWithin(path, unitPath))
}

/** How fresh the second factor must be for what goes out above the order of the day; null: only where the unit asks. */
const secondFactorAge: Readonly<Record<BulletinClass, number | null>> = {
  normal: null,
  priority: secondFactorFreshMilliseconds,
  emergency: 10 * 60_000,
}

/** True when the second factor was given lately enough for an approval up to this class. */
export function hasSecondFactor(
  { secondFactorAt }: Pick<Actor, 'secondFactorAt'>,
  highestClass: BulletinClass,
  { unitAsks, now }: { unitAsks: boolean; now: Instant },
): boolean {
  const age = secondFactorAge[highestClass] ?? (unitAsks ? secondFactorFreshMilliseconds : null)
  return age === null || (secondFactorAt !== null && now - secondFactorAt < age)
}
