import type { DisasterSeries, DisasterSeriesId } from '@nguon/domain/emergencies'
import { instant, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'

type Row = Omit<DisasterSeries, 'openedAt' | 'closedAt'> & { openedAt: Date; closedAt: Date | null }

type SeriesTables = { 'emergencies.series': Row }

const tables = (db: Database) => db.withTables<SeriesTables>()

const seriesOf = ({ openedAt, closedAt, ...row }: Row): DisasterSeries => ({
  ...row,
  openedAt: instant(openedAt.getTime()),
  closedAt: closedAt && instant(closedAt.getTime()),
})

export async function findSeries(db: Database, id: DisasterSeriesId): Promise<DisasterSeries | null> {
  const row = await tables(db).selectFrom('emergencies.series').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? seriesOf(row) : null
}

/** Newest first. */
export async function seriesOfUnit(db: Database, unitId: UnitId): Promise<DisasterSeries[]> {
  const rows = await tables(db)
    .selectFrom('emergencies.series')
    .selectAll()
    .where('unitId', '=', unitId)
    .orderBy('openedAt', 'desc')
    .limit(200)
    .execute()
  return rows.map(seriesOf)
}

export async function insertSeries(tx: Transaction, series: DisasterSeries): Promise<void> {
  const { openedAt, closedAt, ...row } = series
  const dates = { openedAt: new Date(openedAt), closedAt: closedAt === null ? null : new Date(closedAt) }
  await tables(tx)
    .insertInto('emergencies.series')
    .values({ ...row, ...dates })
    .execute()
}

/** Gives false when the version seen is no longer the current one. */
export async function closeSeriesRow(tx: Transaction, series: DisasterSeries, at: number): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('emergencies.series')
    .set({ closedAt: new Date(at), version: series.version + 1 })
    .where('id', '=', series.id)
    .where('version', '=', series.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
