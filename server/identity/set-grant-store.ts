import type { GrantId, SetGrant } from '@nguon/domain/identity'
import { type AccountId, type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'
import type { IdentityTables, SetGrantRow } from './tables.ts'

const setGrantOf = (row: SetGrantRow): SetGrant => ({
  id: row.id,
  accountId: row.accountId,
  role: row.role,
  setId: row.setId,
  validFrom: instant(row.validFrom.getTime()),
  validTo: row.validTo === null ? null : instant(row.validTo.getTime()),
})

/** Roles of an account over sets in use, in force or still to come. */
export async function setGrantsNotEnded(
  db: Database,
  accountId: AccountId,
  now: Instant,
): Promise<(SetGrant & { setName: string })[]> {
  const rows = await db
    .withTables<IdentityTables>()
    .selectFrom('identity.setGrant as given')
    .innerJoin('identity.unitSet as unitSet', 'unitSet.id', 'given.setId')
    .selectAll('given')
    .select('unitSet.name as setName')
    .where('given.accountId', '=', accountId)
    .where('unitSet.endedAt', 'is', null)
    .where(({ eb, or }) => or([eb('given.validTo', 'is', null), eb('given.validTo', '>', new Date(now))]))
    .orderBy('given.id')
    .execute()
  return rows.map(row => ({ ...setGrantOf(row), setName: row.setName }))
}

export async function findSetGrant(db: Database, id: GrantId): Promise<SetGrant | null> {
  const rows = db.withTables<IdentityTables>().selectFrom('identity.setGrant').selectAll()
  const row = await rows.where('id', '=', id).executeTakeFirst()
  return row ? setGrantOf(row) : null
}

export async function insertSetGrant(
  tx: Transaction,
  grant: SetGrant,
  grantedBy: AccountId,
  now: Instant,
): Promise<void> {
  const validFrom = new Date(grant.validFrom)
  const validTo = grant.validTo === null ? null : new Date(grant.validTo)
  await tx
    .withTables<IdentityTables>()
    .insertInto('identity.setGrant')
    .values({ ...grant, validFrom, validTo, grantedBy, createdAt: new Date(now) })
    .execute()
}

/** Ends a role over a set now; one that has not begun never begins. */
export async function endSetGrant(tx: Transaction, id: GrantId, now: Instant): Promise<SetGrant> {
  const row = await tx
    .withTables<IdentityTables>()
    .updateTable('identity.setGrant')
    .set({ validTo: sql<Date>`greatest(valid_from, least(valid_to, ${new Date(now)}))` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return setGrantOf(row)
}
