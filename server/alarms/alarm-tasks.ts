import type { TaskKind } from '@nguon/contract/tasks'
import type { Actor, UnitId } from '@nguon/domain/platform'
import type { Clock, Transaction } from '@nguon/server/platform'
import { closeTask, openTask } from '@nguon/server/tasks'
import { countWaiting } from './list-store.ts'

const acknowledge: TaskKind = {
  name: 'alarms.acknowledge',
  vi: 'Xem {count} sự cố thiết bị chưa xác nhận',
  en: 'Look at {count} device alarms nobody has acknowledged',
  path: '/lam-viec/su-co',
  title: { vi: 'Xem sự cố thiết bị', en: 'Look at device alarms' },
  remindAfterMinutes: 120,
  stepInAfterMinutes: 120,
  longestMinutes: 1440,
}

export const alarmTaskKinds = [acknowledge] as const

/** One line on the list of the technicians of each unit, however many alarms wait in it; none when none does. */
export async function keepAlarmTasks(
  tx: Transaction,
  { clock }: { clock: Clock },
  unitIds: readonly UnitId[],
  by: Actor | null = null,
): Promise<void> {
  const waiting = await countWaiting(tx, unitIds)
  for (const unitId of unitIds) {
    const subject = { kind: acknowledge, subjectId: unitId }
    const count = waiting.get(unitId) ?? 0
    if (count === 0) {
      await closeTask(tx, { clock }, { ...subject, by })
    } else {
      const values = { count: String(count) }
      await openTask(tx, { clock }, { ...subject, unitId, assignee: { role: 'technician' }, values })
    }
  }
}
