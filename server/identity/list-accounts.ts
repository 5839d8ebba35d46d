import { mayListAccounts } from '@nguon/domain/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { AccountId, UnitId } from '@nguon/domain/platform'
import { pageFrom, readCursor, requireRight } from '@nguon/server/web'
import { readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { type AccountParts, type Acting } from './account-parts.ts'
import { setGrantsNotEnded } from './set-grant-store.ts'
import { findAccount, grantsNotEnded, heldNotEnded, listAccounts } from './store.ts'

/** Accounts of a unit and all below it, by user name, with the roles they hold or will hold. */
export async function listAccountsOf(
  parts: AccountParts,
  { actor }: Pick<Acting, 'actor'>,
  input: { unitId: UnitId; search?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const { db, clock } = parts
  requireRight(mayListAccounts(actor, await readUnitPath(db, parts, input.unitId)))
  const unitIds = await readUnitsBelow(db, parts, input.unitId)
  const { limit } = input
  const after = readCursor(input.cursor)?.[0] ?? null
  const found = await listAccounts(db, { unitIds, search: input.search?.trim() || null, after, limit: limit + 1 })
  const { items: page, nextCursor } = pageFrom(found, limit, last => [last.userName])
  const grants = await heldNotEnded(
    db,
    page.map(account => account.id),
    clock.now(),
  )
  return {
    items: page.map(account => {
      const own = grants.filter(grant => grant.accountId === account.id).map(grant => grant.role)
      return { ...account, roles: [...new Set(own)] }
    }),
    nextCursor,
  }
}

export async function readAccount(parts: AccountParts, { actor }: Pick<Acting, 'actor'>, id: AccountId) {
  const { db, clock } = parts
  const account = await findAccount(db, id)
  if (!account?.unitId) throw new Refusal(platformRefusals.FORBIDDEN)
  requireRight(mayListAccounts(actor, await readUnitPath(db, parts, account.unitId)))
  const now = clock.now()
  return {
    account,
    grants: await grantsNotEnded(db, { accountIds: [id] }, now),
    setGrants: await setGrantsNotEnded(db, id, now),
  }
}
