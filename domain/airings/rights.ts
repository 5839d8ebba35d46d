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

/** A village head hears what the village hears, and sees that much. */
export const villageAiringReaders = [...airingReaders, 'villageHead'] as const

export function mayReadAirings(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, airingReaders, unitPath)
}

/** Of a village: what sounds on the loudspeakers that stand in it, and how they are. */
export function mayReadVillageAirings(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, villageAiringReaders, unitPath)
}
