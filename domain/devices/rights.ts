import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

/** Everyone with work in a unit sees its devices: who writes for them, who approves and who keeps them running. */
export function maySeeDevices(actor: Actor, unitPath: UnitPath): boolean {
  return holds(
    actor,
    ['author', 'approver', 'operator', 'technician', 'inspector', 'reportOfficer', 'administrator'],
    unitPath,
  )
}

/** Registers, claims, moves and retires. */
export function mayKeepDevices(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['technician', 'administrator'], unitPath)
}
