import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const mediaReaders = [
  'author',
  'approver',
  'operator',
  'villageHead',
  'technician',
  'feedbackOfficer',
  'reportOfficer',
  'inspector',
  'administrator',
] as const

export const mediaKeepers = [
  'author',
  'approver',
  'operator',
  'villageHead',
  'technician',
  'feedbackOfficer',
  'administrator',
] as const

/** The library of a unit is open to everyone who works there; a file itself to anyone who is signed in and has its address. */
export function mayReadMedia(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, mediaReaders, unitPath)
}

export function mayKeepMedia(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, mediaKeepers, unitPath)
}
