import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const auditReaders = ['inspector', 'administrator'] as const

/** Those who answer for a unit or inspect it read its trail and that of the units below. */
export function mayReadAudit(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, auditReaders, unitPath)
}
