import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const airingReaders = [
  'author',
  'approver',
  'operator',
  'technician',
  'inspector',
  'reportOfficer',
  'administrator',
] as const

export function mayReadAirings(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, airingReaders, unitPath)
}
