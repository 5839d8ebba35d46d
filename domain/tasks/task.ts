import type { AccountId, Id, Instant, Role, UnitId } from '@nguon/domain/platform'

export type TaskId = Id<'task'>

/** Something that waits for one account, or for whoever holds a role in a unit. */
export interface Task {
  readonly id: TaskId
  /** Module and verb: `approval.decide`. */
  readonly kind: string
  /** What it is about: the id of a bulletin, a device. */
  readonly subjectId: string
  readonly unitId: UnitId
  readonly assignee: { readonly role: Role } | { readonly accountId: AccountId }
  readonly openedAt: Instant
  /** From now on it presses those it is for. */
  readonly remindAt: Instant
  /** From now on those who step in see it too. */
  readonly stepInAt: Instant
  readonly dueAt: Instant | null
}

/** How much a task presses: it is new, was left for too long, or is past its due time. */
export const taskPressures = ['new', 'waiting', 'overdue'] as const

export type TaskPressure = (typeof taskPressures)[number]

export function pressureOf(task: Pick<Task, 'remindAt' | 'dueAt'>, now: Instant): TaskPressure {
  if (task.dueAt !== null && task.dueAt <= now) return 'overdue'
  return task.remindAt <= now ? 'waiting' : 'new'
}
