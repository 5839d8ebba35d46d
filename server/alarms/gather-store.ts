import type { Alarm, AlarmId, AlarmKind } from '@nguon/domain/alarms'
import type { Instant, UnitId } from '@nguon/domain/platform'
import type { Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

export interface Struck {
  readonly kind: AlarmKind
  readonly unitId: UnitId
  /** Alarms of single devices that are not over, acknowledged or not. */
  readonly lasting: number
  /** Of them those that came of late and nobody has acknowledged. */
  readonly fresh: number
  readonly severity: number
}

/** Only one server gathers at a time. */
export async function holdGatherLock(tx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(7305140)`.execute(tx)
}

/** How the kinds of trouble lie over the units, device by device. */
export async function struckUnits(tx: Transaction, kinds: readonly AlarmKind[], since: Instant): Promise<Struck[]> {
  const { rows } = await sql<Struck>`
    SELECT kind, unit_id, count(*)::int AS lasting,
      (count(*) FILTER (WHERE renewed_at >= ${new Date(since)} AND acknowledged_at IS NULL))::int AS fresh,
      max(severity)::int AS severity
    FROM alarms.alarm
    WHERE device_id IS NOT NULL AND closed_at IS NULL AND cleared_at IS NULL AND kind = ANY(${[...kinds]}::text[])
    GROUP BY 1, 2`.execute(tx)
  return rows
}

/** Puts what lasts in these units under the alarm that stands for it; nearer ones keep theirs. */
export async function putUnder(
  tx: Transaction,
  { id, kind, unitId }: Pick<Alarm, 'id' | 'kind' | 'unitId'>,
  unitIds: readonly UnitId[],
): Promise<void> {
  await sql`
    UPDATE alarms.alarm SET summary_id = ${id}
    WHERE kind = ${kind} AND closed_at IS NULL AND cleared_at IS NULL AND acknowledged_at IS NULL AND id <> ${id}
      AND unit_id = ANY(${[...unitIds]}::text[]) AND summary_id IS DISTINCT FROM ${id}
      AND (summary_id IS NULL OR (unit_id = ${unitId} AND device_id IS NOT NULL))`.execute(tx)
}

/** What lasts although the alarm that stood for it is over stands for itself again. */
export async function letOut(tx: Transaction, summaryIds: readonly AlarmId[]): Promise<void> {
  await sql`
    UPDATE alarms.alarm SET summary_id = NULL
    WHERE summary_id = ANY(${[...summaryIds]}::text[]) AND closed_at IS NULL AND cleared_at IS NULL`.execute(tx)
}
