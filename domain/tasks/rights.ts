import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

/** Those who set it, and who look into how the station is run. */
export function mayReadTaskWaits(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['approver', 'inspector', 'administrator'], unitPath)
}

/** Those who answer for the station, as for its rules. */
export function maySetTaskWaits(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['approver', 'administrator'], unitPath)
}
