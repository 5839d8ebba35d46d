import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

/** Anyone with a role in the unit or above it reads its rules; they are published regulations. */
export function mayReadRules(actor: Actor, unitPath: UnitPath): boolean {
  return holds(
    actor,
    ['author', 'approver', 'operator', 'technician', 'inspector', 'reportOfficer', 'administrator'],
    unitPath,
  )
}

/** Those who answer for the station's regulation. */
export function mayRule(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['approver', 'administrator'], unitPath)
}

/** Those who run the station as well: a funeral or an exam does not wait for a signature. */
export function mayKeepQuiet(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['approver', 'administrator', 'operator'], unitPath)
}
