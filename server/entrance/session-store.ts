import type { SessionId, SessionTimes } from '@nguon/domain/identity'
import { type AccountId, type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import type { EntranceTables, SessionRow } from './tables.ts'

export interface Session extends SessionTimes {
  readonly id: SessionId
  readonly accountId: AccountId
  readonly startedAt: Instant
  readonly secondFactorAt: Instant | null
  readonly address: string | null
  readonly userAgent: string | null
}

const sessionOf = (row: SessionRow): Session => ({
  id: row.id,
  accountId: row.accountId,
  startedAt: instant(row.createdAt.getTime()),
  expiresAt: instant(row.expiresAt.getTime()),
  lastSeenAt: instant((row.lastSeenAt ?? row.createdAt).getTime()),
  secondFactorAt: row.secondFactorAt === null ? null : instant(row.secondFactorAt.getTime()),
  address: row.ipAddress === '' ? null : row.ipAddress,
  userAgent: row.userAgent === '' ? null : row.userAgent,
})

const sessions = (db: Database) => db.withTables<EntranceTables>().selectFrom('identity.session').selectAll()

export async function findSession(db: Database, token: string): Promise<Session | null> {
  const row = await sessions(db).where('token', '=', token).executeTakeFirst()
  return row ? sessionOf(row) : null
}

/** The latest used first. */
export async function sessionsOf(db: Database, accountId: AccountId): Promise<Session[]> {
  const rows = await sessions(db).where('accountId', '=', accountId).orderBy('lastSeenAt', 'desc').limit(200).execute()
  return rows.map(sessionOf)
}

export async function touchSession(tx: Transaction, id: SessionId, now: Instant): Promise<void> {
  await tx
    .withTables<EntranceTables>()
    .updateTable('identity.session')
    .set({ lastSeenAt: new Date(now) })
    .where('id', '=', id)
    .execute()
}

export async function markSecondFactor(tx: Transaction, token: string, now: Instant): Promise<void> {
  await tx
    .withTables<EntranceTables>()
    .updateTable('identity.session')
    .set({ secondFactorAt: new Date(now) })
    .where('token', '=', token)
    .execute()
}

/** Ends sessions of one account: one of them, all but one, or all. Gives how many. */
export async function deleteSessions(
  tx: Transaction,
  accountId: AccountId,
  which: { only: SessionId } | { except: SessionId } | 'all',
): Promise<number> {
  let query = tx.withTables<EntranceTables>().deleteFrom('identity.session').where('accountId', '=', accountId)
  if (which !== 'all')
    query = 'only' in which ? query.where('id', '=', which.only) : query.where('id', '!=', which.except)
  const result = await query.executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Sweeps out what has ended by itself. */
export async function deleteEnded(tx: Transaction, now: Instant): Promise<void> {
  const db = tx.withTables<EntranceTables>()
  await db.deleteFrom('identity.session').where('expiresAt', '<=', new Date(now)).execute()
  await db.deleteFrom('identity.verification').where('expiresAt', '<=', new Date(now)).execute()
}
