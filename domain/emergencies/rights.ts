import { type AccountId, type Actor, holds, type Instant, isWithin, type UnitPath } from '@nguon/domain/platform'

export const emergencyWriters = ['author', 'operator', 'approver'] as const

export const emergencyConfirmers = ['approver'] as const

export const emergencyReaders = [
  'author',
  'approver',
  'operator',
  'technician',
  'inspector',
  'reportOfficer',
  'administrator',
  'villageHead',
] as const

/** Who may stop what sounds wrongly: whoever is nearest, alone and at once. */
export const emergencyStoppers = ['author', 'operator', 'approver'] as const

export const dutyKeepers = ['approver', 'administrator'] as const

export function mayReadEmergencies(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, emergencyReaders, unitPath)
}

export function mayWriteEmergency(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, emergencyWriters, unitPath)
}

/** Its area lies within the unit whose emergency it is (E2.3). */
export function isWithinUnit(unitPath: UnitPath, areaPaths: readonly UnitPath[]): boolean {
  return areaPaths.length > 0 && areaPaths.every(path => isWithin(path, unitPath))
}

export function holdsConfirmation(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, emergencyConfirmers, unitPath)
}

/** Two people: nobody confirms what they wrote or touched last (E2.1). */
export function isSecondPerson(actor: Pick<Actor, 'accountId'>, writtenBy: AccountId): boolean {
  return actor.accountId !== writtenBy
}

/** Alone, once the countdown is over (E3.3); what is only a drill can wait for a second person. */
export function mayBreakGlass(
  actor: Actor,
  unitPath: UnitPath,
  { isDrill, breakGlassAt, now }: { isDrill: boolean; breakGlassAt: Instant | null; now: Instant },
): boolean {
  return !isDrill && breakGlassAt !== null && breakGlassAt <= now && holds(actor, ['operator', 'approver'], unitPath)
}

export function mayStopEmergency(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, emergencyStoppers, unitPath)
}

export function mayKeepDuty(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, dutyKeepers, unitPath)
}
