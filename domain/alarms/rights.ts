import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const alarmReaders = [
  'author',
  'approver',
  'operator',
  'technician',
  'inspector',
  'reportOfficer',
  'administrator',
] as const

/** Who may tell that they have seen it: those who are called when a loudspeaker is silent. */
export const alarmKeepers = ['operator', 'technician'] as const

export function mayReadAlarms(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, alarmReaders, unitPath)
}

export function mayAcknowledgeAlarms(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, alarmKeepers, unitPath)
}
