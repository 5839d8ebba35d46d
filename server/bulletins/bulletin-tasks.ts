import type { TaskKind } from '@nguon/contract/tasks'
import type { Clock, Transaction } from '@nguon/server/platform'
import { closeTask, openTask } from '@nguon/server/tasks'
import type { BulletinStep } from './bulletin-step.ts'

const decide: TaskKind = {
  name: 'bulletins.decide',
  vi: 'Duyệt tin “{title}”',
  en: 'Decide on “{title}”',
  path: '/lam-viec/duyet/{subjectId}',
  remindAfterMinutes: 60,
}

const mend: TaskKind = {
  name: 'bulletins.mend',
  vi: 'Sửa tin bị trả lại “{title}”: {reason}',
  en: 'Mend the returned bulletin “{title}”: {reason}',
  path: '/lam-viec/tin/{subjectId}',
  remindAfterMinutes: 240,
}

/** What is urgent may not wait as long as the rest. */
const urgentMinutes = 10

/** Keeps the lists of those a bulletin waits for in step with it: the approvers of its unit, or who has to mend it. */
export async function keepBulletinTasks(
  tx: Transaction,
  { clock }: { clock: Clock },
  { act, after, version, actor }: BulletinStep,
): Promise<void> {
  const subject = { subjectId: after.id, unitId: after.unitId }
  const [{ title }] = version.content.texts
  if (act === 'submit') {
    const urgent = version.content.class === 'normal' ? {} : { remindAfterMinutes: urgentMinutes }
    await openTask(
      tx,
      { clock },
      { kind: { ...decide, ...urgent }, ...subject, assignee: { role: 'approver' }, values: { title } },
    )
  } else {
    await closeTask(tx, { clock }, { kind: decide, ...subject, by: actor })
  }
  if (act === 'return') {
    const assignee = { accountId: after.submittedBy ?? version.writtenBy }
    await openTask(tx, { clock }, { kind: mend, ...subject, assignee, values: { title, reason: after.reason ?? '' } })
  } else {
    await closeTask(tx, { clock }, { kind: mend, ...subject, by: actor })
  }
}
