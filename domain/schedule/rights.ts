import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const scheduleReaders = [
  'author',
  'approver',
  'operator',
  'technician',
  'inspector',
  'reportOfficer',
  'administrator',
] as const

export const schedulers = ['operator', 'author', 'approver'] as const

export function mayReadSchedule(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, scheduleReaders, unitPath)
}

/** Scheduling inside the approved limits is the unit's own decision: its operator's, or of those who write for it. */
export function maySchedule(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, schedulers, unitPath)
}
