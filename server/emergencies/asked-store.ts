import type { EmergencyId } from '@nguon/domain/emergencies'
import { type AccountId, type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'

type AskedTables = {
  'emergencies.asked': { messageId: EmergencyId; accountId: AccountId; name: string; askedAt: Date }
}

export interface Asked {
  readonly accountId: AccountId
  readonly name: string
  readonly askedAt: Instant
}

const tables = (db: Database) => db.withTables<AskedTables>()

export async function askedFor(db: Database, messageId: EmergencyId): Promise<Asked[]> {
  const rows = await tables(db)
    .selectFrom('emergencies.asked')
    .select(['accountId', 'name', 'askedAt'])
    .where('messageId', '=', messageId)
    .orderBy('askedAt')
    .orderBy('accountId')
    .execute()
  return rows.map(row => ({ ...row, askedAt: instant(row.askedAt.getTime()) }))
}

export async function insertAsked(tx: Transaction, messageId: EmergencyId, asked: Asked): Promise<void> {
  const row = { messageId, ...asked, askedAt: new Date(asked.askedAt) }
  await tables(tx).insertInto('emergencies.asked').values(row).execute()
}

/** It is asked for anew. */
export async function forgetAsked(tx: Transaction, messageId: EmergencyId): Promise<void> {
  await tables(tx).deleteFrom('emergencies.asked').where('messageId', '=', messageId).execute()
}
