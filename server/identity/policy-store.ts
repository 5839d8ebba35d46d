import type { Instant, Role, UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { type SqlBool, sql } from 'kysely'
import type { IdentityTables } from './tables.ts'

export interface SignInPolicy {
  readonly unitId: UnitId
  readonly secondFactorRoles: readonly Role[]
  readonly version: number
}

export async function findPolicies(db: Database, unitIds: readonly UnitId[]): Promise<SignInPolicy[]> {
  return db
    .withTables<IdentityTables>()
    .selectFrom('identity.signInPolicy')
    .select(['unitId', 'secondFactorRoles', 'version'])
    .where(sql<SqlBool>`unit_id = ANY (${unitIds as UnitId[]}::text[])`)
    .execute()
}

export async function savePolicy(tx: Transaction, policy: SignInPolicy, now: Instant): Promise<void> {
  const values = {
    secondFactorRoles: sql<Role[]>`${[...policy.secondFactorRoles]}::text[]`,
    version: policy.version,
    updatedAt: new Date(now),
  }
  await tx
    .withTables<IdentityTables>()
    .insertInto('identity.signInPolicy')
    .values({ unitId: policy.unitId, ...values })
    .onConflict(conflict => conflict.column('unitId').doUpdateSet(values))
    .execute()
}
