import { fillWording, type TaskKind } from '@nguon/contract/tasks'
import { type AccountId, type Actor, type Instant, instant, type UnitId } from '@nguon/domain/platform'
import { type Task, waitOf } from '@nguon/domain/tasks'
import { type Clock, newId, type Transaction } from '@nguon/server/platform'
import { unitsEverById } from '@nguon/server/territory'
import { closeOpen, saveTask } from './store.ts'
import { waitsOfUnits } from './waits-store.ts'

export interface NewTask {
  readonly kind: TaskKind
  readonly subjectId: string
  readonly unitId: UnitId
  readonly assignee: Task['assignee']
  /** Fill the words and the path of the kind; `subjectId` and `unitId` are there already. */
  readonly values?: Readonly<Record<string, string>>
  readonly dueAt?: Instant | null
}

/**
 * Puts something on the list of an account or of a role in a unit, in the transaction that makes it wait. Opened twice
 * it stands there once, told as the second time.
 */
export async function openTask(tx: Transaction, { clock }: { clock: Clock }, task: NewTask): Promise<void> {
  const { kind, subjectId, unitId, assignee } = task
  const values = { subjectId, unitId, ...task.values }
  const openedAt = clock.now()
  const [placed] = await unitsEverById(tx, clock.today(), [unitId])
  const path = placed?.path ?? []
  const wait = waitOf(kind, path, await waitsOfUnits(tx, path))
  const after = (minutes: number) => instant(openedAt + minutes * 60_000)
  await saveTask(tx, {
    id: newId(openedAt),
    kind: kind.name,
    subjectId,
    unitId,
    assignee,
    openedAt,
    remindAt: after(wait.remindAfterMinutes),
    stepInAt: after(wait.stepInAfterMinutes),
    dueAt: task.dueAt ?? null,
    title: { vi: fillWording(kind.vi, values), en: fillWording(kind.en, values) },
    path: fillWording(kind.path, values),
  })
}

/** Takes it off every list: done, or no longer to be done. Without a kind, all that waits about the subject. */
export async function closeTask(
  tx: Transaction,
  { clock }: { clock: Clock },
  { kind, subjectId, by }: { kind?: TaskKind; subjectId: string; by: Pick<Actor, 'accountId'> | null },
): Promise<number> {
  const closedBy: AccountId | null = by?.accountId ?? null
  return closeOpen(tx, { kind: kind?.name ?? null, subjectId }, closedBy, clock.now())
}
