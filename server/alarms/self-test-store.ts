import type { SelfTest } from '@nguon/domain/alarms'
import { type DeviceId, type Instant, instant } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'

type SelfTestTables = {
  'alarms.self_test': Omit<SelfTest, 'at'> & { at: Date; receivedAt: Date }
}

const tables = (db: Database) => db.withTables<SelfTestTables>()

/** Stores what is not stored yet, and gives just that. */
export async function insertSelfTests(
  tx: Transaction,
  tests: readonly SelfTest[],
  receivedAt: Instant,
): Promise<SelfTest[]> {
  const rows = await tables(tx)
    .insertInto('alarms.self_test')
    .values(tests.map(test => ({ ...test, at: new Date(test.at), receivedAt: new Date(receivedAt) })))
    .onConflict(conflict => conflict.columns(['deviceId', 'log', 'seq']).doNothing())
    .returningAll()
    .execute()
  return rows.map(selfTestOf)
}

function selfTestOf({
  receivedAt: _received,
  ...row
}: Omit<SelfTest, 'at'> & { at: Date; receivedAt: Date }): SelfTest {
  return { ...row, at: instant(row.at.getTime()) }
}

/** Newest first. */
export async function selfTestsOf(db: Database, deviceId: DeviceId, limit: number): Promise<SelfTest[]> {
  const rows = await tables(db)
    .selectFrom('alarms.self_test')
    .selectAll()
    .where('deviceId', '=', deviceId)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(selfTestOf)
}
