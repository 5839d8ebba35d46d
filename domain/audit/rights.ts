import { type Actor, holds, type UnitPath } from '@nguon/domain/platform'

export const auditReaders = ['inspector', 'administrator'] as const

/** Those who answer for a unit or inspect it read its trail and that of the units below. */
export function mayReadAudit(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, auditReaders, unitPath)
}

/** The chain runs through the acts of every unit, so that only a role at the top of the tree may ask about it. */
export function mayVerifyAudit(actor: Actor): boolean {
  return actor.grants.some(grant => auditReaders.some(role => role === grant.role) && grant.unitPath.length === 1)
}
