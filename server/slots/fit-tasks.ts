import type { TaskKind } from '@nguon/contract/tasks'
import { type Instant, instant, type SlotId, type UnitId } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import { comingOccurrences, previewSlot } from '@nguon/domain/slots'
import type { Transaction } from '@nguon/server/platform'
import { readSlot, renditionOf, type ScheduleParts } from '@nguon/server/schedule'
import { closeTask, openSubjects, openTask } from '@nguon/server/tasks'
import { readSlotCheck } from './read-slot-check.ts'

export const fit: TaskKind = {
  name: 'schedule.fit',
  vi: 'Xem lại lịch “{title}”: tin duyệt lại dài {duration}, vướng lịch khác hoặc quy chế',
  en: 'Look at “{title}” again: approved anew it lasts {duration} and runs into another slot or a rule',
  path: '/lam-viec/lich-phat/{subjectId}/sua',
  title: { vi: 'Xem lại lịch có âm thanh dài hơn', en: 'Look at slots that grew longer' },
  remindAfterMinutes: 60,
  stepInAfterMinutes: 60,
  longestMinutes: 1440,
}

export async function openFitTask(tx: Transaction, { clock, zone }: ScheduleParts, slot: Slot): Promise<void> {
  const { id: subjectId, unitId, title, durationSeconds } = slot
  const minutes = String(Math.floor(durationSeconds / 60)).padStart(2, '0')
  const duration = `${minutes}:${String(durationSeconds % 60).padStart(2, '0')}`
  const dueAt = nextStart(slot, clock.now(), zone)
  const task = {
    kind: fit,
    subjectId,
    unitId,
    assignee: { role: 'operator' },
    values: { title, duration },
    dueAt,
  } as const
  await openTask(tx, { clock }, task)
}

/** Closes what the operators need not look at any more: the slot was given up, is over, or fits again. */
export async function keepFitTasks(tx: Transaction, parts: ScheduleParts, unitId: UnitId): Promise<void> {
  for (const subjectId of await openSubjects(tx, { kind: fit, unitId })) {
    if (!(await isPressing(tx, parts, subjectId as SlotId))) {
      await closeTask(tx, parts, { kind: fit, subjectId, by: null })
    }
  }
}

async function isPressing(tx: Transaction, parts: ScheduleParts, slotId: SlotId): Promise<boolean> {
  const stored = await readSlot(tx, slotId)
  if (!stored || stored.cancelled || nextStart(stored.slot, parts.clock.now(), parts.zone) === null) return false
  const { slot } = stored
  const { violations, conflicts } = previewSlot(await readSlotCheck(tx, parts, slot, await renditionOf(tx, slot)))
  return violations.length + conflicts.length > 0
}

function nextStart(slot: Slot, now: Instant, zone: string): Instant | null {
  return comingOccurrences(slot, instant(now + 1), zone).find(({ startsAt }) => startsAt > now)?.startsAt ?? null
}
