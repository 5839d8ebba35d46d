import { type DeviceId, type Instant, instant } from '@nguon/domain/platform'
import type { PoleCode, PoleReport } from '@nguon/domain/poles'
import type { Database, Transaction } from '@nguon/server/platform'

interface ReportRow extends Omit<PoleReport, 'at'> {
  at: Date
}

type PoleTables = {
  'poles.code': { deviceId: DeviceId; code: PoleCode; madeAt: Date }
  'poles.report': ReportRow
}

const tables = (db: Database) => db.withTables<PoleTables>()
const reportOf = (row: ReportRow): PoleReport => ({ ...row, at: instant(row.at.getTime()) })

export async function codeOfDevice(db: Database, deviceId: DeviceId): Promise<PoleCode | null> {
  const row = await tables(db)
    .selectFrom('poles.code')
    .select('code')
    .where('deviceId', '=', deviceId)
    .executeTakeFirst()
  return row?.code ?? null
}

export async function deviceOfCode(db: Database, code: PoleCode): Promise<DeviceId | null> {
  const row = await tables(db).selectFrom('poles.code').select('deviceId').where('code', '=', code).executeTakeFirst()
  return row?.deviceId ?? null
}

/** Nothing when the device has its code already, or when another has this one. */
export async function insertCode(tx: Transaction, deviceId: DeviceId, code: PoleCode, madeAt: Instant): Promise<void> {
  await tables(tx)
    .insertInto('poles.code')
    .values({ deviceId, code, madeAt: new Date(madeAt) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** False when the device has a report by this word already. */
export async function insertReport(tx: Transaction, report: PoleReport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('poles.report')
    .values({ ...report, at: new Date(report.at) })
    .onConflict(conflict => conflict.columns(['deviceId', 'trackingWord']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function reportByWord(db: Database, deviceId: DeviceId, word: string): Promise<PoleReport | null> {
  const row = await tables(db)
    .selectFrom('poles.report')
    .selectAll()
    .where('deviceId', '=', deviceId)
    .where('trackingWord', '=', word)
    .executeTakeFirst()
  return row ? reportOf(row) : null
}

/** Newest first. */
export async function reportsOf(db: Database, deviceId: DeviceId, limit: number): Promise<PoleReport[]> {
  const rows = await tables(db)
    .selectFrom('poles.report')
    .selectAll()
    .where('deviceId', '=', deviceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(reportOf)
}

export async function forgetPhones(tx: Transaction, before: Instant): Promise<void> {
  await tables(tx)
    .updateTable('poles.report')
    .set({ phone: null })
    .where('phone', 'is not', null)
    .where('at', '<', new Date(before))
    .execute()
}
