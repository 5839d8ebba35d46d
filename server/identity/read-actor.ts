import type { DatedGrant } from '@nguon/domain/identity'
import type { AccountId, Actor, Instant, UnitPath, Zone } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { findPolicies } from './sign-in-store.ts'
import { findAccount, grantsInForce } from './store.ts'
import { readUnitPaths } from './unit-paths.ts'

export interface PlacedGrant extends DatedGrant {
  readonly unitPath: UnitPath
  /** The unit or one above it asks for a second factor from those who hold this role. */
  readonly needsSecondFactor: boolean
}

/** The grants in force at an instant, with where their units stand then; of units that no longer exist none is. */
export async function readGrants(
  db: Database,
  zoned: { zone: Zone },
  accountId: AccountId,
  now: Instant,
): Promise<PlacedGrant[]> {
  const grants = await grantsInForce(db, accountId, now)
  const paths = await readUnitPaths(db, zoned, [...new Set(grants.map(grant => grant.unitId))], now)
  const policies = await findPolicies(db, [...new Set([...paths.values()].flat())])
  return grants.flatMap(grant => {
    const unitPath = paths.get(grant.unitId)
    if (!unitPath) return []
    const needsSecondFactor = policies.some(
      policy => unitPath.includes(policy.unitId) && policy.secondFactorRoles.includes(grant.role),
    )
    return [{ ...grant, unitPath, needsSecondFactor }]
  })
}

/**
 * Who an account is as of now. A role that asks for a second factor is held only in a session in which it was given.
 * Null for an account that does not exist or is locked.
 */
export async function readActor(
  db: Database,
  zoned: { zone: Zone },
  accountId: AccountId,
  now: Instant,
  secondFactorAt: Instant | null = null,
): Promise<Actor | null> {
  const account = await findAccount(db, accountId)
  if (!account || account.locked) return null
  const grants = await readGrants(db, zoned, accountId, now)
  return {
    accountId,
    name: account.name,
    secondFactorAt,
    grants: grants
      .filter(grant => secondFactorAt !== null || !grant.needsSecondFactor)
      .map(({ role, unitPath, deputyFor }) => ({ role, unitPath, deputyFor })),
  }
}
