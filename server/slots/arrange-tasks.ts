import type { TaskKind } from '@nguon/contract/tasks'
import type { UnitId } from '@nguon/domain/platform'
import type { Transaction } from '@nguon/server/platform'
import type { ScheduleParts } from '@nguon/server/schedule'
import { closeTask, openSubjects, openTask } from '@nguon/server/tasks'
import { fit } from './fit-tasks.ts'
import { readUnscheduled } from './read-unscheduled.ts'

const arrange: TaskKind = {
  name: 'schedule.arrange',
  vi: 'Xếp lịch phát cho tin “{title}”',
  en: 'Schedule “{title}”',
  path: '/lam-viec/lich-phat/nhanh/{subjectId}',
  title: { vi: 'Xếp lịch phát cho tin đã duyệt', en: 'Schedule what is approved' },
  remindAfterMinutes: 240,
  stepInAfterMinutes: 240,
  longestMinutes: 2880,
}

export const slotTaskKinds = [arrange, fit] as const

/** What is published in a unit and stands in no slot waits for its operators. */
export async function keepArrangeTasks(
  tx: Transaction,
  { clock }: Pick<ScheduleParts, 'clock'>,
  unitId: UnitId,
): Promise<void> {
  const waiting = await readUnscheduled(tx, { clock }, unitId)
  const open = new Set(await openSubjects(tx, { kind: arrange, unitId }))
  for (const { bulletinId, title, endsAt } of waiting) {
    if (open.delete(bulletinId)) continue
    const task = {
      kind: arrange,
      subjectId: bulletinId,
      unitId,
      assignee: { role: 'operator' },
      dueAt: endsAt,
    } as const
    await openTask(tx, { clock }, { ...task, values: { title } })
  }
  for (const subjectId of open) await closeTask(tx, { clock }, { kind: arrange, subjectId, by: null })
}
