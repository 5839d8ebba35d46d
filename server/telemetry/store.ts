import { type DeviceId, type Id, type Instant, instant, type Span } from '@nguon/domain/platform'
import { type HourSum, type Measure, measures, type Spread, type Spreads } from '@nguon/domain/telemetry'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type TelemetryTables = {
  'telemetry.hour': { deviceId: DeviceId; hour: Date; count: number }
  'telemetry.listening': { id: Id<'listening'>; startsAt: Date; endsAt: Date }
}

const tables = (db: Database) => db.withTables<TelemetryTables>()
const snake = (measure: Measure) => measure.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const parts = ['least', 'most', 'sum', 'count'] as const
const columns = measures.flatMap(measure => parts.map(part => ({ part, column: `${snake(measure)}_${part}` })))

const columnList = sql.raw(columns.map(({ column }) => column).join(', '))
const recordColumns = sql.raw(
  columns.map(({ part, column }) => `${column} ${part === 'count' ? 'integer' : 'double precision'}`).join(', '),
)
/** `least` and `greatest` leave out what is null; a sum must say so. */
const joined = sql.raw(
  columns
    .map(({ part, column }) => {
      const [kept, added] = [`stored.${column}`, `excluded.${column}`]
      if (part === 'least') return `${column} = least(${kept}, ${added})`
      if (part === 'most') return `${column} = greatest(${kept}, ${added})`
      return `${column} = coalesce(${kept} + ${added}, ${kept}, ${added})`
    })
    .join(', '),
)

/** Adds to the sums that are kept; many devices in one statement, each at most once. */
export async function addHourSums(db: Database, sums: readonly HourSum[]): Promise<void> {
  if (sums.length === 0) return
  const records = sums.map(({ deviceId, hour, count, spreads }) => ({
    device_id: deviceId,
    hour,
    count,
    ...Object.fromEntries(
      measures.flatMap(measure =>
        parts.map(part => [`${snake(measure)}_${part}`, spreads[measure]?.[part] ?? null] as const),
      ),
    ),
  }))
  await sql`
    INSERT INTO telemetry.hour AS stored (device_id, hour, count, ${columnList})
    SELECT device_id, to_timestamp(hour / 1000.0), count, ${columnList}
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      AS h(device_id text, hour double precision, count integer, ${recordColumns})
    ON CONFLICT (device_id, hour) DO UPDATE SET count = stored.count + excluded.count, ${joined}`.execute(db)
}

type Column = `${Measure}${'Least' | 'Most' | 'Sum' | 'Count'}`

/** The hours of one device from an instant on in which it was heard, in order. */
export async function hourSumsOf(
  db: Database,
  deviceId: DeviceId,
  since: Instant,
): Promise<Omit<HourSum, 'deviceId'>[]> {
  const { rows } = await sql<{ hour: Date; count: number } & Record<Column, number | null>>`
    SELECT hour, count, ${columnList} FROM telemetry.hour
    WHERE device_id = ${deviceId} AND hour >= ${new Date(since)}::timestamptz ORDER BY hour`.execute(db)
  return rows.map(row => {
    const spreads: Partial<Record<Measure, Spread>> = {}
    for (const measure of measures) {
      const [least, most, sum, count] = [
        row[`${measure}Least`],
        row[`${measure}Most`],
        row[`${measure}Sum`],
        row[`${measure}Count`],
      ]
      if (least !== null && most !== null && sum !== null && count !== null)
        spreads[measure] = { least, most, sum, count }
    }
    return { hour: instant(row.hour.getTime()), count: row.count, spreads: spreads satisfies Spreads }
  })
}

export async function forgetHours(tx: Transaction, before: Instant): Promise<void> {
  await tables(tx).deleteFrom('telemetry.hour').where('hour', '<', new Date(before)).execute()
}

export async function insertListening(tx: Transaction, id: Id<'listening'>, at: Instant): Promise<void> {
  const date = new Date(at)
  await tables(tx).insertInto('telemetry.listening').values({ id, startsAt: date, endsAt: date }).execute()
}

export async function lengthenListening(tx: Transaction, id: Id<'listening'>, until: Instant): Promise<void> {
  await tables(tx)
    .updateTable('telemetry.listening')
    .set({ endsAt: new Date(until) })
    .where('id', '=', id)
    .execute()
}

/** When servers listened, as far as it reaches into a span; several at once overlap. */
export async function listeningWithin(db: Database, { startsAt, endsAt }: Span): Promise<Span[]> {
  const rows = await tables(db)
    .selectFrom('telemetry.listening')
    .select(['startsAt', 'endsAt'])
    .where('endsAt', '>', new Date(startsAt))
    .where('startsAt', '<', new Date(endsAt))
    .execute()
  return rows.map(row => ({ startsAt: instant(row.startsAt.getTime()), endsAt: instant(row.endsAt.getTime()) }))
}

export async function forgetListening(tx: Transaction, endedBefore: Instant): Promise<void> {
  await tables(tx).deleteFrom('telemetry.listening').where('endsAt', '<', new Date(endedBefore)).execute()
}
