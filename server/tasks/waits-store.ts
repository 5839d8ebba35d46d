import type { Instant, UnitId } from '@nguon/domain/platform'
import type { TaskWait, UnitTaskWaits } from '@nguon/domain/tasks'
import type { Database, Transaction } from '@nguon/server/platform'
import { type SqlBool, sql } from 'kysely'

type WaitsTables = {
  'tasks.waits': { unitId: UnitId; version: number; leads: boolean; waits: UnitTaskWaits['waits']; savedAt: Date }
}

export interface SavedWaits extends UnitTaskWaits {
  readonly version: number
}

export async function waitsOfUnits(db: Database, unitIds: readonly UnitId[]): Promise<SavedWaits[]> {
  return db
    .withTables<WaitsTables>()
    .selectFrom('tasks.waits')
    .select(['unitId', 'version', 'leads', 'waits'])
    .where(sql<SqlBool>`unit_id = ANY (${[...unitIds]}::text[])`)
    .execute()
}

/** Gives false when somebody else has saved since `seen`; 0 stands for none yet. */
export async function saveWaits(tx: Transaction, seen: number, waits: UnitTaskWaits, at: Instant): Promise<boolean> {
  const values = {
    version: seen + 1,
    leads: waits.leads,
    waits: sql<UnitTaskWaits['waits']>`${JSON.stringify(waits.waits)}::jsonb`,
    savedAt: new Date(at),
  }
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<WaitsTables>()
    .insertInto('tasks.waits')
    .values({ unitId: waits.unitId, ...values })
    .onConflict(conflict => conflict.column('unitId').doUpdateSet(values).where('tasks.waits.version', '=', seen))
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The units among these in which something waits. */
export async function unitsWithTasks(tx: Transaction, unitIds: readonly UnitId[]): Promise<UnitId[]> {
  const rows = await tx
    .withTables<{ 'tasks.task': { unitId: UnitId; closedAt: Date | null } }>()
    .selectFrom('tasks.task')
    .select('unitId')
    .distinct()
    .where('closedAt', 'is', null)
    .where(sql<SqlBool>`unit_id = ANY (${[...unitIds]}::text[])`)
    .execute()
  return rows.map(({ unitId }) => unitId)
}

export interface NewWait extends TaskWait {
  readonly unitId: UnitId
  readonly kind: string
}

/** What waits already is told anew, counted from when it was opened. */
export async function retimeOpen(tx: Transaction, waits: readonly NewWait[]): Promise<void> {
  const minutes = (pick: (wait: NewWait) => number) => sql`${waits.map(pick)}::int[]`
  await sql`
    UPDATE tasks.task AS task
    SET remind_at = task.opened_at + wait.remind * interval '1 minute',
        step_in_at = task.opened_at + wait.step_in * interval '1 minute'
    FROM unnest(
      ${waits.map(({ unitId }) => unitId)}::text[], ${waits.map(({ kind }) => kind)}::text[],
      ${minutes(wait => wait.remindAfterMinutes)}, ${minutes(wait => wait.stepInAfterMinutes)}
    ) AS wait (unit_id, kind, remind, step_in)
    WHERE task.unit_id = wait.unit_id AND task.kind = wait.kind AND task.closed_at IS NULL`.execute(tx)
}
