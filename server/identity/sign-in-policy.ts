import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { maySetSignInPolicy } from '@nguon/domain/identity'
import { holds, roles, type UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { transact } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readUnitPath } from '@nguon/server/territory'
import { type AccountParts, type Acting } from './account-parts.ts'
import { findPolicies, savePolicy, type SignInPolicy } from './policy-store.ts'

/** What a unit asks of sign-in; version 0 while it has decided nothing. */
export async function readSignInPolicy(
  parts: AccountParts,
  { actor }: Pick<Acting, 'actor'>,
  unitId: UnitId,
): Promise<SignInPolicy> {
  requireRight(holds(actor, roles, await readUnitPath(parts.db, parts, unitId)))
  const [policy] = await findPolicies(parts.db, [unitId])
  return policy ?? { unitId, secondFactorRoles: [], version: 0 }
}

/** From now on these roles are held, in the unit and below it, only with the second factor given. */
export async function setSignInPolicy(parts: AccountParts, by: Acting, wanted: SignInPolicy): Promise<SignInPolicy> {
  const { unitId } = wanted
  return transact(parts.db, async tx => {
    requireRight(maySetSignInPolicy(by.actor, await readUnitPath(tx, parts, unitId)))
    const [before] = await findPolicies(tx, [unitId])
    const current = before?.version ?? 0
    if (wanted.version !== current) throw new Refusal(platformRefusals.STALE_VERSION, { current })
    const policy = { unitId, secondFactorRoles: [...new Set(wanted.secondFactorRoles)], version: current + 1 }
    await savePolicy(tx, policy, parts.clock.now())
    const details = { secondFactorRoles: policy.secondFactorRoles }
    await writeAudit(tx, parts, { ...by, action: 'identity.setSignInPolicy', unitId, subjectId: unitId, details })
    return policy
  })
}
