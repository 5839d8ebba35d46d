import { type DatedGrant, reachesMember } from '@nguon/domain/identity'
import type { AccountId, Actor, Instant, UnitPath } from '@nguon/domain/platform'
import type { Clock, Database } from '@nguon/server/platform'
import { findPolicies } from './policy-store.ts'
import { findAccount, grantsInForce } from './store.ts'
import { readUnitPaths } from './unit-paths.ts'

export interface PlacedGrant extends DatedGrant {
  readonly unitPath: UnitPath
  /** The unit or one above it asks for a second factor from those who hold this role. */
  readonly needsSecondFactor: boolean
}

/** The grants in force now, with where their units stand today; of units that no longer exist none is. */
export async function readGrants(
  db: Database,
  { clock }: { clock: Clock },
  accountId: AccountId,
): Promise<PlacedGrant[]> {
  const grants = await grantsInForce(db, accountId, clock.now())
  const paths = await readUnitPaths(db, { clock }, [...new Set(grants.map(grant => grant.unitId))])
  const policies = await findPolicies(db, [...new Set([...paths.values()].flat())])
  return grants.flatMap(grant => {
    const unitPath = paths.get(grant.unitId)
    if (!unitPath || !grant.ways.some(setUnitId => reachesMember(setUnitId, unitPath))) return []
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
  { clock }: { clock: Clock },
  accountId: AccountId,
  secondFactorAt: Instant | null = null,
): Promise<Actor | null> {
  const account = await findAccount(db, accountId)
  if (!account || account.locked) return null
  const grants = await readGrants(db, { clock }, accountId)
  return {
    accountId,
    name: account.name,
    secondFactorAt,
    grants: grants
      .filter(grant => secondFactorAt !== null || !grant.needsSecondFactor)
      .map(({ role, unitPath, deputyFor }) => ({ role, unitPath, deputyFor })),
  }
}
