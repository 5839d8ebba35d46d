import type { TaskKind } from '@nguon/contract/tasks'
import type { Clock, Transaction } from '@nguon/server/platform'
import { closeTask, openTask } from '@nguon/server/tasks'
import type { BulletinStep } from './bulletin-step.ts'

const decide: TaskKind = {
  name: 'bulletins.decide',
  vi: 'Duyệt tin “{title}”',
  en: 'Decide on “{title}”',
  path: '/lam-viec/duyet/{subjectId}',
  title: { vi: 'Duyệt tin', en: 'Decide on bulletins' },
  remindAfterMinutes: 60,
  stepInAfterMinutes: 60,
  longestMinutes: 1440,
}

/** What is urgent may not wait as long as the rest. */
const decideUrgent: TaskKind = {
  ...decide,
  name: 'bulletins.decideUrgent',
  title: { vi: 'Duyệt tin ưu tiên và tin khẩn cấp', en: 'Decide on priority and emergency bulletins' },
  remindAfterMinutes: 10,
  stepInAfterMinutes: 10,
  longestMinutes: 60,
}

const mend: TaskKind = {
  name: 'bulletins.mend',
  vi: 'Sửa tin bị trả lại “{title}”: {reason}',
  en: 'Mend the returned bulletin “{title}”: {reason}',
  path: '/lam-viec/tin/{subjectId}',
  title: { vi: 'Sửa tin bị trả lại', en: 'Mend returned bulletins' },
  remindAfterMinutes: 240,
  stepInAfterMinutes: 240,
  longestMinutes: 10080,
}

export const bulletinTaskKinds = [decide, decideUrgent, mend] as const

/** Keeps the lists of those a bulletin waits for in step with it: the approvers of its unit, or who has to mend it. */
export async function keepBulletinTasks(
  tx: Transaction,
  { clock }: { clock: Clock },
  { act, after, version, actor }: BulletinStep,
): Promise<void> {
  const subject = { subjectId: after.id, unitId: after.unitId }
  const [{ title }] = version.content.texts
  if (act === 'submit') {
    const kind = version.content.class === 'normal' ? decide : decideUrgent
    await openTask(tx, { clock }, { kind, ...subject, assignee: { role: 'approver' }, values: { title } })
  } else {
    for (const kind of [decide, decideUrgent]) await closeTask(tx, { clock }, { kind, ...subject, by: actor })
  }
  if (act === 'return') {
    const assignee = { accountId: after.submittedBy ?? version.writtenBy }
    await openTask(tx, { clock }, { kind: mend, ...subject, assignee, values: { title, reason: after.reason ?? '' } })
  } else {
    await closeTask(tx, { clock }, { kind: mend, ...subject, by: actor })
  }
}
