import { accountRefusals } from '@nguon/contract/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type ContributorRole, type GrantId, mayGrantRole, type SetGrant, type UnitSetId } from '@nguon/domain/identity'
import type { AccountId, Instant } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { newId, once, transact } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readUnitPath } from '@nguon/server/territory'
import type { AccountParts, Acting } from './account-parts.ts'
import { unitSetToKeep } from './keep-unit-set.ts'
import { endSetGrant, findSetGrant, insertSetGrant, setGrantsNotEnded } from './set-grant-store.ts'
import { holdAccount } from './store.ts'

interface WantedSetGrant {
  readonly id: UnitSetId
  readonly accountId: AccountId
  readonly role: ContributorRole
  readonly validFrom?: Instant | undefined
  readonly validTo: Instant | null
  readonly idempotencyKey?: string | undefined
}

/** Gives an account a role in every unit of a set, in those it will hold later too, for good or by dates. */
export async function grantSetRole(
  parts: AccountParts,
  by: Acting,
  { idempotencyKey: key, ...input }: WantedSetGrant,
): Promise<SetGrant> {
  const { id: setId, accountId, role, validTo } = input
  const repeatable = { accountId: by.actor.accountId, operation: 'unitSets.grantRole', key, input }
  return transact(parts.db, async tx => {
    const { unitId, name } = await unitSetToKeep(tx, parts, by, setId)
    requireRight(mayGrantRole(by.actor, accountId, await readUnitPath(tx, parts, unitId)))
    return once(tx, parts, repeatable, async () => {
      if (!(await holdAccount(tx, accountId))) throw new Refusal(platformRefusals.NOT_FOUND)
      const now = parts.clock.now()
      const validFrom = input.validFrom === undefined || input.validFrom < now ? now : input.validFrom
      if (validTo !== null && validTo <= validFrom) {
        throw new Refusal(accountRefusals.GRANT_TIMES_WRONG, { field: 'validTo' })
      }
      const overlaps = (other: SetGrant) =>
        (other.validTo === null || validFrom < other.validTo) && (validTo === null || other.validFrom < validTo)
      const others = await setGrantsNotEnded(tx, accountId, now)
      if (others.some(other => other.role === role && other.setId === setId && overlaps(other))) {
        throw new Refusal(accountRefusals.SET_GRANT_EXISTS)
      }
      const grant: SetGrant = { id: newId(now), accountId, role, setId, validFrom, validTo }
      await insertSetGrant(tx, grant, by.actor.accountId, now)
      const details = { accountId, role, setId, set: name, validFrom, validTo }
      await writeAudit(tx, parts, { ...by, action: 'identity.grantSetRole', unitId, subjectId: grant.id, details })
      return grant
    })
  })
}

/** Ends a role over a set now. */
export async function revokeSetRole(
  parts: AccountParts,
  by: Acting,
  { id, grantId }: { id: UnitSetId; grantId: GrantId },
): Promise<SetGrant> {
  return transact(parts.db, async tx => {
    const { unitId } = await unitSetToKeep(tx, parts, by, id)
    const grant = await findSetGrant(tx, grantId)
    if (!grant || grant.setId !== id) throw new Refusal(platformRefusals.NOT_FOUND)
    const { accountId, role } = grant
    requireRight(mayGrantRole(by.actor, accountId, await readUnitPath(tx, parts, unitId)))
    const ended = await endSetGrant(tx, grantId, parts.clock.now())
    const details = { accountId, role, setId: id }
    await writeAudit(tx, parts, { ...by, action: 'identity.revokeSetRole', unitId, subjectId: grantId, details })
    return ended
  })
}
