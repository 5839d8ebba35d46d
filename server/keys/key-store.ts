import { type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

/** An Ed25519 key (RFC 8037) whose private part `d` is sealed; plain only in rows of before, until the next start. */
export interface StoredJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly d?: string
  readonly sealed?: string
}

interface KeyRow {
  kid: string
  role: 'root' | 'signing'
  privateJwk: StoredJwk
  notBefore: Date
  notAfter: Date
}

type KeyTables = { 'keys.signing_key': KeyRow }

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
    .selectFrom('keys.signing_key')
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

/** Every key, those that are over too. */
export async function readAllKeys(db: Database): Promise<Pick<StoredKey, 'kid' | 'role' | 'privateJwk'>[]> {
  return db
    .withTables<KeyTables>()
    .selectFrom('keys.signing_key')
    .select(['kid', 'role', 'privateJwk'])
    .orderBy('kid')
    .execute()
}

export async function replaceJwk(tx: Transaction, kid: string, privateJwk: StoredJwk): Promise<void> {
  await tx
    .withTables<KeyTables>()
    .updateTable('keys.signing_key')
    .set({ privateJwk: jsonb(privateJwk) })
    .where('kid', '=', kid)
    .execute()
}

const jsonb = (value: StoredJwk) => sql<never>`${JSON.stringify(value)}::jsonb`

export async function insertKey(tx: Transaction, key: StoredKey): Promise<void> {
  await tx
    .withTables<KeyTables>()
    .insertInto('keys.signing_key')
    .values({
      ...key,
      privateJwk: jsonb(key.privateJwk),
      notBefore: new Date(key.notBefore),
      notAfter: new Date(key.notAfter),
    })
    .execute()
}
