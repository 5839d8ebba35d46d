import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const deviceReaders = [
  'author',
  'approver',
  'operator',
  'technician',
  'inspector',
  'reportOfficer',
  'administrator',
] as const

export const deviceKeepers = ['technician', 'administrator'] as const

/** Those who schedule put loudspeakers together as they need them. */
export const groupKeepers = ['operator', ...deviceKeepers] as const

/** Everyone with work in a unit sees its devices: who writes for them, who approves and who keeps them running. */
export function maySeeDevices(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, deviceReaders, unitPath)
}

/** Registers, claims, moves and retires. */
export function mayKeepDevices(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, deviceKeepers, unitPath)
}

export function mayKeepGroups(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, groupKeepers, unitPath)
}
