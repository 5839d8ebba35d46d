import { type Account, type AccountOrder, comparePeople, mayListAccounts } from '@nguon/domain/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type AccountId, compareVietnamese, type UnitId } from '@nguon/domain/platform'
import { displayName } from '@nguon/domain/territory'
import { pageFrom, readCursor, requireRight } from '@nguon/server/web'
import { readUnitPath, readUnitsBelow, unitsEverById } from '@nguon/server/territory'
import { type AccountParts, type Acting } from './account-parts.ts'
import { setGrantsNotEnded } from './set-grant-store.ts'
import { findAccount, grantsNotEnded, heldNotEnded, listAccounts } from './store.ts'

/** Accounts of a unit and all below it, in the order asked for, with the roles they hold or will hold. */
export async function listAccountsOf(
  parts: AccountParts,
  { actor }: Pick<Acting, 'actor'>,
  input: {
    unitId: UnitId
    search?: string | undefined
    sort: AccountOrder
    descending: boolean
    cursor?: string | undefined
    limit: number
  },
) {
  const { db, clock } = parts
  requireRight(mayListAccounts(actor, await readUnitPath(db, parts, input.unitId)))
  const unitIds = await readUnitsBelow(db, parts, input.unitId)
  const { limit } = input
  const found = await listAccounts(db, { unitIds, search: input.search?.trim() || null })
  const sorted = await inOrder(parts, found, input)
  // The account seen last may be gone by the next page: one goes on from its place then.
  const [lastId, place] = readCursor(input.cursor) ?? []
  const seen = sorted.findIndex(account => account.id === lastId)
  const from = seen >= 0 ? seen + 1 : Math.max(0, Number(place ?? 0) || 0)
  const next = sorted.slice(from, from + limit + 1)
  const { items: page, nextCursor } = pageFrom(next, limit, last => [last.id, from + limit])
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

/** No collation of a database knows given names, and the embedded one knows no Vietnamese: they are put in order here. */
async function inOrder(
  { db, clock }: AccountParts,
  accounts: readonly Account[],
  { sort, descending }: { sort: AccountOrder; descending: boolean },
): Promise<Account[]> {
  const unitIds = sort === 'unit' ? [...new Set(accounts.flatMap(({ unitId }) => unitId ?? []))] : []
  const units = new Map(
    (await unitsEverById(db, clock.today(), unitIds)).map(({ unit }) => [unit.unitId, displayName(unit)]),
  )
  const unitOf = ({ unitId }: Account) => (unitId === null ? '' : (units.get(unitId) ?? ''))
  const byName = (one: Account, other: Account) =>
    comparePeople(one.name, other.name) || compareVietnamese(one.userName, other.userName)
  const orders: Readonly<Record<AccountOrder, (one: Account, other: Account) => number>> = {
    name: () => 0,
    userName: (one, other) => compareVietnamese(one.userName, other.userName),
    position: (one, other) => compareVietnamese(one.position, other.position),
    unit: (one, other) => compareVietnamese(unitOf(one), unitOf(other)),
  }
  const sorted = accounts.toSorted((one, other) => orders[sort](one, other) || byName(one, other))
  return descending ? sorted.toReversed() : sorted
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
