import type { JWK } from 'jose'
import { type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

interface KeyRow {
  kid: string
  role: 'root' | 'signing'
  privateJwk: JWK
  notBefore: Date
  notAfter: Date
}

type KeyTables = { 'devices.signing_key': KeyRow }

export interface StoredKey extends Omit<KeyRow, 'notBefore' | 'notAfter'> {
  readonly notBefore: Instant
  readonly notAfter: Instant
}

const keyringLock = 7_305_137

export async function holdKeyringLock(tx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${keyringLock})`.execute(tx)
}

/** Keys that are not over yet, oldest first. */
export async function readKeys(db: Database, now: Instant): Promise<StoredKey[]> {
  const rows = await db
    .withTables<KeyTables>()
    .selectFrom('devices.signing_key')
    .selectAll()
    .where('notAfter', '>', new Date(now))
    .orderBy('notBefore')
    .execute()
  return rows.map(row => ({
    ...row,
    notBefore: instant(row.notBefore.getTime()),
    notAfter: instant(row.notAfter.getTime()),
  }))
}

export async function insertKey(tx: Transaction, key: StoredKey): Promise<void> {
  await tx
    .withTables<KeyTables>()
    .insertInto('devices.signing_key')
    .values({
      ...key,
      privateJwk: sql`${JSON.stringify(key.privateJwk)}::jsonb` as never,
      notBefore: new Date(key.notBefore),
      notAfter: new Date(key.notAfter),
    })
    .execute()
}
