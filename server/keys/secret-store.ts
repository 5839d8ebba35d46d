import type { Instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'

interface SecretRow {
  name: string
  value: string
  createdAt: Date
}

type SecretTables = { 'keys.secret': SecretRow }

const secrets = (db: Database) => db.withTables<SecretTables>().selectFrom('keys.secret').select(['name', 'value'])

export async function readSecrets(db: Database): Promise<Pick<SecretRow, 'name' | 'value'>[]> {
  return secrets(db).orderBy('name').execute()
}

/** Keeps the value unless the name has one already; gives the one that is kept. */
export async function keepFirstSecret(tx: Transaction, name: string, value: string, now: Instant): Promise<string> {
  await tx
    .withTables<SecretTables>()
    .insertInto('keys.secret')
    .values({ name, value, createdAt: new Date(now) })
    .onConflict(conflict => conflict.column('name').doNothing())
    .execute()
  return (await secrets(tx).where('name', '=', name).executeTakeFirstOrThrow()).value
}

export async function replaceSecret(tx: Transaction, name: string, value: string): Promise<void> {
  await tx.withTables<SecretTables>().updateTable('keys.secret').set({ value }).where('name', '=', name).execute()
}
