import type { Account, DatedGrant, GrantId } from '@nguon/domain/identity'
import { type AccountId, type Instant, instant, type Role, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { AccountRow, GrantRow, IdentityTables } from './tables.ts'

const accountOf = (row: AccountRow): Account => ({
  id: row.id,
  userName: row.userName,
  name: row.name,
  position: row.position,
  phone: row.phone,
  penName: row.penName,
  unitId: row.unitId,
  hasSecondFactor: row.twoFactorEnabled,
  locked: row.locked,
  lockReason: row.lockReason,
  version: row.version,
  createdAt: instant(row.createdAt.getTime()),
})

const grantOf = (row: GrantRow): DatedGrant => ({
  id: row.id,
  accountId: row.accountId,
  role: row.role,
  unitId: row.unitId,
  validFrom: instant(row.validFrom.getTime()),
  validTo: row.validTo === null ? null : instant(row.validTo.getTime()),
  deputyFor: row.deputyFor,
})

const accounts = (db: Database) => db.withTables<IdentityTables>().selectFrom('identity.account').selectAll()

export async function findAccount(db: Database, id: AccountId): Promise<Account | null> {
  const row = await accounts(db).where('id', '=', id).executeTakeFirst()
  return row ? accountOf(row) : null
}

/** The same, held until the end of the transaction. */
export async function holdAccount(tx: Transaction, id: AccountId): Promise<Account | null> {
  const row = await accounts(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? accountOf(row) : null
}

export async function findAccountNamed(db: Database, userName: string): Promise<Account | null> {
  const row = await accounts(db).where('userName', '=', userName).executeTakeFirst()
  return row ? accountOf(row) : null
}

export async function hasAccounts(db: Database): Promise<boolean> {
  return (await accounts(db).limit(1).executeTakeFirst()) !== undefined
}

/** Accounts of the units, in no order. */
export async function listAccounts(
  db: Database,
  wanted: { unitIds: readonly UnitId[]; search: string | null },
): Promise<Account[]> {
  let query = accounts(db).where(sql<SqlBool>`unit_id = ANY (${wanted.unitIds as UnitId[]}::text[])`)
  if (wanted.search) {
    const folded = sql`'%' || unaccent(lower(${wanted.search.replaceAll(/[\\%_]/g, String.raw`\$&`)})) || '%'`
    query = query.where(sql<SqlBool>`unaccent(lower(name || ' ' || user_name)) LIKE ${folded}`)
  }
  const rows = await query.execute()
  return rows.map(accountOf)
}

export async function insertAccount(
  tx: Transaction,
  account: Pick<Account, 'id' | 'userName' | 'name' | 'position' | 'phone' | 'penName' | 'unitId' | 'createdAt'>,
): Promise<Account> {
  const { createdAt, ...rest } = account
  const row = await tx
    .withTables<IdentityTables>()
    .insertInto('identity.account')
    .values({
      ...rest,
      // The account library wants an address; this one can never be delivered to (RFC 2606).
      email: `${account.id}@account.invalid`,
      twoFactorEnabled: false,
      locked: false,
      lockReason: null,
      version: 1,
      createdAt: new Date(createdAt),
      updatedAt: new Date(createdAt),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return accountOf(row)
}

export async function changeAccount(
  tx: Transaction,
  id: AccountId,
  change: Partial<
    Pick<AccountRow, 'name' | 'position' | 'phone' | 'penName' | 'locked' | 'lockReason' | 'twoFactorEnabled'>
  >,
  now: Instant,
): Promise<Account> {
  const row = await tx
    .withTables<IdentityTables>()
    .updateTable('identity.account')
    .set({ ...change, updatedAt: new Date(now) })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return accountOf(row)
}

const grants = (db: Database) => db.withTables<IdentityTables>().selectFrom('identity.grant_').selectAll()

function inForce(now: Instant): Expression<SqlBool> {
  const at = new Date(now)
  return sql<SqlBool>`valid_from <= ${at} AND (valid_to IS NULL OR valid_to > ${at})`
}

/** A grant in one of the units it reaches by name; over a set, with the unit the set belongs to. */
export interface HeldGrant extends DatedGrant {
  readonly setUnitId: UnitId | null
}

const heldGrants = (db: Database) => db.withTables<IdentityTables>().selectFrom('identity.heldGrant').selectAll()
const heldGrantOf = (row: GrantRow & { setUnitId: UnitId | null }): HeldGrant => ({
  ...grantOf(row),
  setUnitId: row.setUnitId,
})

export interface GrantInForce extends DatedGrant {
  /** The units of the sets it reaches its unit by; null stands for a grant in the unit itself. One way that holds is enough. */
  readonly ways: readonly (UnitId | null)[]
}

/**
 * Grants in force; a deputy's only while the account stood in for is not locked and holds the role itself, in one of the
 * ways told.
 */
export async function grantsInForce(db: Database, accountId: AccountId, now: Instant): Promise<GrantInForce[]> {
  const at = new Date(now)
  const rows = await heldGrants(db)
    .select(
      sql<(UnitId | null)[]>`CASE WHEN deputy_for IS NULL THEN ARRAY[set_unit_id] ELSE ARRAY(
        SELECT own.set_unit_id
        FROM identity.held_grant AS own JOIN identity.account AS holder ON holder.id = own.account_id
        WHERE own.account_id = held_grant.deputy_for AND NOT holder.locked AND own.role = held_grant.role
          AND own.unit_id = held_grant.unit_id
          AND own.deputy_for IS NULL AND own.valid_from <= ${at} AND (own.valid_to IS NULL OR own.valid_to > ${at})
      ) END`.as('ways'),
    )
    .where('accountId', '=', accountId)
    .where(inForce(now))
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...grantOf(row), ways: row.ways }))
}

/** Who holds a role in one of the units now, and in which of them; nobody whose account is locked. */
export async function holdersOf(
  db: Database,
  { role, unitIds }: { readonly role: Role; readonly unitIds: readonly UnitId[] },
  now: Instant,
): Promise<DatedGrant[]> {
  const rows = await heldGrants(db)
    .where('role', '=', role)
    .where(sql<SqlBool>`unit_id = ANY (${unitIds as UnitId[]}::text[])`)
    .where(inForce(now))
    .where(
      sql<SqlBool>`EXISTS (SELECT FROM identity.account WHERE account.id = held_grant.account_id AND NOT account.locked)`,
    )
    .orderBy('id')
    .execute()
  return rows.map(grantOf)
}

/** The same and those still to come, a deputy's too; over sets, in each unit the set holds now. */
export async function heldNotEnded(db: Database, accountIds: readonly AccountId[], now: Instant): Promise<HeldGrant[]> {
  const rows = await heldGrants(db)
    .where(({ eb, or }) => or([eb('validTo', 'is', null), eb('validTo', '>', new Date(now))]))
    .where(sql<SqlBool>`account_id = ANY (${accountIds as AccountId[]}::text[])`)
    .orderBy('id')
    .execute()
  return rows.map(heldGrantOf)
}

/** Grants in one unit, in force or still to come. */
export async function grantsNotEnded(
  db: Database,
  wanted: { accountIds: readonly AccountId[] } | { deputyFor: AccountId },
  now: Instant,
): Promise<DatedGrant[]> {
  let query = grants(db).where(({ eb, or }) => or([eb('validTo', 'is', null), eb('validTo', '>', new Date(now))]))
  query =
    'deputyFor' in wanted
      ? query.where('deputyFor', '=', wanted.deputyFor)
      : query.where(sql<SqlBool>`account_id = ANY (${wanted.accountIds as AccountId[]}::text[])`)
  const rows = await query.orderBy('id').execute()
  return rows.map(grantOf)
}

export async function findGrant(db: Database, id: GrantId): Promise<DatedGrant | null> {
  const row = await grants(db).where('id', '=', id).executeTakeFirst()
  return row ? grantOf(row) : null
}

export async function insertGrant(
  tx: Transaction,
  grant: DatedGrant,
  grantedBy: AccountId | null,
  now: Instant,
): Promise<void> {
  await tx
    .withTables<IdentityTables>()
    .insertInto('identity.grant_')
    .values({
      ...grant,
      validFrom: new Date(grant.validFrom),
      validTo: grant.validTo === null ? null : new Date(grant.validTo),
      grantedBy,
      createdAt: new Date(now),
    })
    .execute()
}

/** Ends a grant now; one that has not begun never begins. */
export async function endGrant(tx: Transaction, id: GrantId, now: Instant): Promise<DatedGrant> {
  const row = await tx
    .withTables<IdentityTables>()
    .updateTable('identity.grant_')
    .set({ validTo: sql<Date>`greatest(valid_from, least(valid_to, ${new Date(now)}))` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return grantOf(row)
}
