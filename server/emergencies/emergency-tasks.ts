import type { TaskKind } from '@nguon/contract/tasks'
import type { Emergency, EmergencyId } from '@nguon/domain/emergencies'
import type { AccountId, Actor } from '@nguon/domain/platform'
import type { Clock, Transaction } from '@nguon/server/platform'
import { closeTask, openTask } from '@nguon/server/tasks'

const confirmEmergency: TaskKind = {
  name: 'emergencies.confirm',
  vi: 'KHẨN CẤP: nghe và xác nhận “{headline}”',
  en: 'EMERGENCY: listen to and confirm “{headline}”',
  path: '/lam-viec/khan-cap/{subjectId}',
  title: { vi: 'Xác nhận bản tin khẩn cấp', en: 'Confirm an emergency' },
  remindAfterMinutes: 1,
  stepInAfterMinutes: 1,
  longestMinutes: 5,
}

const confirmDrill: TaskKind = {
  name: 'emergencies.confirmDrill',
  vi: 'Diễn tập: nghe và xác nhận “{headline}”',
  en: 'Drill: listen to and confirm “{headline}”',
  path: '/lam-viec/dien-tap/{subjectId}',
  title: { vi: 'Xác nhận diễn tập', en: 'Confirm a drill' },
  remindAfterMinutes: 60,
  stepInAfterMinutes: 60,
  longestMinutes: 1440,
}

export const emergencyTaskKinds = [confirmEmergency, confirmDrill] as const

/** On the list of one who is asked to be the second person. */
export async function openConfirmTask(
  tx: Transaction,
  { clock }: { clock: Clock },
  { id, type, unitId, headline }: Emergency,
  accountId: AccountId,
): Promise<void> {
  const kind = type === 'drill' ? confirmDrill : confirmEmergency
  await openTask(tx, { clock }, { kind, subjectId: id, unitId, assignee: { accountId }, values: { headline } })
}

export async function closeConfirmTask(
  tx: Transaction,
  { clock }: { clock: Clock },
  id: EmergencyId,
  by: Actor | null,
): Promise<void> {
  await closeTask(tx, { clock }, { subjectId: id, by })
}
