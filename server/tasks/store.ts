import { type AccountId, type Instant, instant, type Role, type UnitId } from '@nguon/domain/platform'
import type { TaskKind } from '@nguon/contract/tasks'
import type { Task, TaskId } from '@nguon/domain/tasks'
import type { Database, Transaction } from '@nguon/server/platform'
import { type SqlBool, sql } from 'kysely'

interface TaskRow {
  id: TaskId
  kind: string
  subjectId: string
  unitId: UnitId
  role: Role | null
  accountId: AccountId | null
  titleVi: string
  titleEn: string
  path: string
  openedAt: Date
  remindAt: Date
  stepInAt: Date
  dueAt: Date | null
  closedAt: Date | null
  closedBy: AccountId | null
}

type TaskTables = { 'tasks.task': TaskRow }

/** A task with how it is told. */
export interface ToldTask extends Task {
  readonly title: { readonly vi: string; readonly en: string }
  readonly path: string
}

const taskOf = (row: TaskRow): ToldTask => {
  const { role, accountId } = row
  if (role === null && accountId === null) throw new Error(`task ${row.id} is for nobody`)
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    unitId: row.unitId,
    assignee: role === null ? { accountId: accountId as AccountId } : { role },
    openedAt: instant(row.openedAt.getTime()),
    remindAt: instant(row.remindAt.getTime()),
    stepInAt: instant(row.stepInAt.getTime()),
    dueAt: row.dueAt === null ? null : instant(row.dueAt.getTime()),
    title: { vi: row.titleVi, en: row.titleEn },
    path: row.path,
  }
}

/** Opens the task, or tells one that is open already anew; its clock goes on. */
export async function saveTask(tx: Transaction, task: ToldTask): Promise<void> {
  const { assignee, title, openedAt, remindAt, stepInAt, dueAt, ...rest } = task
  const told = { titleVi: title.vi, titleEn: title.en, path: task.path, dueAt: dueAt === null ? null : new Date(dueAt) }
  await tx
    .withTables<TaskTables>()
    .insertInto('tasks.task')
    .values({
      id: rest.id,
      kind: rest.kind,
      subjectId: rest.subjectId,
      unitId: rest.unitId,
      role: 'role' in assignee ? assignee.role : null,
      accountId: 'accountId' in assignee ? assignee.accountId : null,
      openedAt: new Date(openedAt),
      remindAt: new Date(remindAt),
      stepInAt: new Date(stepInAt),
      closedAt: null,
      closedBy: null,
      ...told,
    })
    .onConflict(conflict =>
      conflict
        .expression(sql`kind, subject_id, coalesce(role, ''), coalesce(account_id, '')`)
        .where('closedAt', 'is', null)
        .doUpdateSet({ ...told, unitId: rest.unitId }),
    )
    .execute()
}

/** Closes what is open about a subject, of one kind or of all. Gives how many. */
export async function closeOpen(
  tx: Transaction,
  { kind, subjectId }: { kind: string | null; subjectId: string },
  by: AccountId | null,
  now: Instant,
): Promise<number> {
  let query = tx
    .withTables<TaskTables>()
    .updateTable('tasks.task')
    .set({ closedAt: new Date(now), closedBy: by })
    .where('subjectId', '=', subjectId)
    .where('closedAt', 'is', null)
  if (kind !== null) query = query.where('kind', '=', kind)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** The subjects of the open tasks of a kind in a unit. */
export async function openSubjects(
  db: Database,
  { kind, unitId }: { kind: Pick<TaskKind, 'name'>; unitId: UnitId },
): Promise<string[]> {
  const rows = await db
    .withTables<TaskTables>()
    .selectFrom('tasks.task')
    .select('subjectId')
    .where('closedAt', 'is', null)
    .where('kind', '=', kind.name)
    .where('unitId', '=', unitId)
    .execute()
  return rows.map(({ subjectId }) => subjectId)
}

/** The units in which tasks of these kinds are open. */
export async function unitsWithOpen(db: Database, kinds: readonly Pick<TaskKind, 'name'>[]): Promise<UnitId[]> {
  const rows = await db
    .withTables<TaskTables>()
    .selectFrom('tasks.task')
    .select('unitId')
    .distinct()
    .where('closedAt', 'is', null)
    .where(
      'kind',
      'in',
      kinds.map(({ name }) => name),
    )
    .execute()
  return rows.map(({ unitId }) => unitId)
}

/** What an account has closed since, the latest first. */
export async function closedBy(
  db: Database,
  accountId: AccountId,
  { since, limit }: { since: Instant; limit: number },
): Promise<(ToldTask & { closedAt: Instant })[]> {
  const rows = await db
    .withTables<TaskTables>()
    .selectFrom('tasks.task')
    .selectAll()
    .where('closedBy', '=', accountId)
    .where('closedAt', '>=', new Date(since))
    .orderBy('closedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...taskOf(row), closedAt: instant(row.closedAt?.getTime() ?? 0) }))
}

/**
 * Open tasks that may wait for someone: of these accounts, of these roles in exactly these units, and of these roles
 * anywhere once they have waited too long. Whether they do is for `reachOf` to say.
 */
export async function findOpenTasks(
  db: Database,
  wanted: { accountIds: readonly AccountId[]; held: readonly { role: Role; unitId: UnitId }[] },
  now: Instant,
): Promise<ToldTask[]> {
  const roles = wanted.held.map(({ role }) => role)
  const units = wanted.held.map(({ unitId }) => unitId)
  const rows = await db
    .withTables<TaskTables>()
    .selectFrom('tasks.task')
    .selectAll()
    .where('closedAt', 'is', null)
    .where(
      sql<SqlBool>`(account_id = ANY (${[...wanted.accountIds]}::text[])
        OR (role, unit_id) IN (SELECT * FROM unnest(${roles}::text[], ${units}::text[]))
        OR (role = ANY (${roles}::text[]) AND step_in_at <= ${new Date(now)}))`,
    )
    .orderBy(sql`due_at NULLS LAST`)
    .orderBy('openedAt')
    .orderBy('id')
    .execute()
  return rows.map(taskOf)
}
