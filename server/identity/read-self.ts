import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Actor } from '@nguon/domain/platform'
import type { AccountParts } from './account-parts.ts'
import { readGrants } from './read-actor.ts'
import { findAccount } from './store.ts'

/** The signed-in account, the roles it holds and for whom, and whether one of them waits for the second factor. */
export async function readSelf(parts: AccountParts, actor: Actor) {
  const { db } = parts
  const account = await findAccount(db, actor.accountId)
  if (!account) throw new Refusal(platformRefusals.UNAUTHENTICATED)
  const grants = await readGrants(db, parts, actor.accountId)
  const { secondFactorAt } = actor
  return {
    account,
    secondFactorAt,
    secondFactorNeeded: secondFactorAt === null && grants.some(grant => grant.needsSecondFactor),
    grants: await Promise.all(
      grants.map(async ({ role, unitId, unitPath, deputyFor, validTo }) => ({
        role,
        unitId,
        unitPath: [...unitPath],
        deputyFor,
        deputyForName: deputyFor === null ? null : ((await findAccount(db, deputyFor))?.name ?? null),
        validTo,
      })),
    ),
  }
}
