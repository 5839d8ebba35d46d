import type { Failures } from '@nguon/domain/identity'
import { type AccountId, type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { type SqlBool, sql } from 'kysely'
import type { FailedSignInRow, EntranceTables, LinkKind } from './tables.ts'

/** The stored hash of an account's password; null when it has none yet. */
export async function passwordHashOf(db: Database, accountId: AccountId): Promise<string | null> {
  const row = await db
    .withTables<EntranceTables>()
    .selectFrom('identity.credential')
    .select('password')
    .where('accountId', '=', accountId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

export async function savePasswordHash(
  tx: Transaction,
  { id, accountId, password, now }: { id: string; accountId: AccountId; password: string; now: Instant },
): Promise<void> {
  const at = new Date(now)
  await tx
    .withTables<EntranceTables>()
    .insertInto('identity.credential')
    .values({
      id,
      accountId,
      providerId: 'credential',
      providerAccountId: accountId,
      password,
      createdAt: at,
      updatedAt: at,
    })
    .onConflict(conflict =>
      conflict.columns(['providerId', 'providerAccountId']).doUpdateSet({ password, updatedAt: at }),
    )
    .execute()
}

const failuresOf = (row: FailedSignInRow): Failures => ({
  failures: row.failures,
  countingSince: instant(row.countingSince.getTime()),
  lockouts: row.lockouts,
  lockedUntil: row.lockedUntil === null ? null : instant(row.lockedUntil.getTime()),
  lastFailureAt: instant(row.lastFailureAt.getTime()),
})

/** Failures of one name from one address; an empty name stands for the whole address. */
export async function findFailures(db: Database, userName: string, address: string): Promise<Failures | null> {
  const row = await db
    .withTables<EntranceTables>()
    .selectFrom('identity.failedSignIn')
    .selectAll()
    .where('userName', '=', userName)
    .where('address', '=', address)
    .executeTakeFirst()
  return row ? failuresOf(row) : null
}

/** Waits for others who count the same failures, until the end of the transaction. */
export async function holdFailures(tx: Transaction, address: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(7305138, hashtext(${address}))`.execute(tx)
}

export async function saveFailures(
  tx: Transaction,
  userName: string,
  address: string,
  failures: Failures,
): Promise<void> {
  const values = {
    ...failures,
    countingSince: new Date(failures.countingSince),
    lockedUntil: failures.lockedUntil === null ? null : new Date(failures.lockedUntil),
    lastFailureAt: new Date(failures.lastFailureAt),
  }
  await tx
    .withTables<EntranceTables>()
    .insertInto('identity.failedSignIn')
    .values({ userName, address, ...values })
    .onConflict(conflict => conflict.columns(['userName', 'address']).doUpdateSet(values))
    .execute()
}

export async function forgetFailures(tx: Transaction, userName: string, address: string): Promise<void> {
  await tx
    .withTables<EntranceTables>()
    .deleteFrom('identity.failedSignIn')
    .where('userName', '=', userName)
    .where('address', '=', address)
    .execute()
}

export async function forgetFailuresBefore(tx: Transaction, before: Instant): Promise<void> {
  await tx
    .withTables<EntranceTables>()
    .deleteFrom('identity.failedSignIn')
    .where('lastFailureAt', '<', new Date(before))
    .execute()
}

export async function insertLink(
  tx: Transaction,
  link: { tokenSha256: string; kind: LinkKind; accountId: AccountId | null; createdAt: Instant; expiresAt: Instant },
): Promise<void> {
  await tx
    .withTables<EntranceTables>()
    .insertInto('identity.oneTimeLink')
    .values({ ...link, createdAt: new Date(link.createdAt), expiresAt: new Date(link.expiresAt), usedAt: null })
    .execute()
}

/** Ends unused links of a kind, of one account or, for the set-up, of none. */
export async function withdrawLinks(tx: Transaction, kind: LinkKind, accountId: AccountId | null): Promise<void> {
  await tx
    .withTables<EntranceTables>()
    .deleteFrom('identity.oneTimeLink')
    .where('kind', '=', kind)
    .where('usedAt', 'is', null)
    .where(accountId === null ? sql<SqlBool>`account_id IS NULL` : sql<SqlBool>`account_id = ${accountId}`)
    .execute()
}

export interface OneTimeLink {
  readonly accountId: AccountId | null
}

/** A link that is still good, without using it. */
export async function findLink(db: Database, kind: LinkKind, hash: string, now: Instant): Promise<OneTimeLink | null> {
  const row = await db
    .withTables<EntranceTables>()
    .selectFrom('identity.oneTimeLink')
    .select('accountId')
    .where('tokenSha256', '=', hash)
    .where('kind', '=', kind)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date(now))
    .executeTakeFirst()
  return row ?? null
}

/** Uses a link up: of two who come at once one gets it. */
export async function takeLink(
  tx: Transaction,
  kind: LinkKind,
  hash: string,
  now: Instant,
): Promise<OneTimeLink | null> {
  const row = await tx
    .withTables<EntranceTables>()
    .updateTable('identity.oneTimeLink')
    .set({ usedAt: new Date(now) })
    .where('tokenSha256', '=', hash)
    .where('kind', '=', kind)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date(now))
    .returning('accountId')
    .executeTakeFirst()
  return row ?? null
}

/** Remembers a code of the second factor as used; false when it is the one used last. */
export async function spendCode(tx: Transaction, accountId: AccountId, code: string): Promise<boolean> {
  const result = await tx
    .withTables<EntranceTables>()
    .updateTable('identity.secondFactor')
    .set({ lastCode: code })
    .where('accountId', '=', accountId)
    .where('lastCode', 'is distinct from', code)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function deleteSecondFactor(tx: Transaction, accountId: AccountId): Promise<void> {
  await tx.withTables<EntranceTables>().deleteFrom('identity.secondFactor').where('accountId', '=', accountId).execute()
}

/** What a signed-in half of a two-step sign-in stands for; null when it has ended. */
export async function findVerification(db: Database, identifier: string, now: Instant): Promise<string | null> {
  const row = await db
    .withTables<EntranceTables>()
    .selectFrom('identity.verification')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expiresAt', '>', new Date(now))
    .executeTakeFirst()
  return row?.value ?? null
}
