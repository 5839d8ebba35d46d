import type { TaskKind } from '@nguon/contract/tasks'
import { type BulletinVersion, isSpoken, spokenMatter } from '@nguon/domain/bulletins'
import type { Actor, UnitPath } from '@nguon/domain/platform'
import { readText } from '@nguon/domain/voice'
import type { Clock, Transaction } from '@nguon/server/platform'
import { closeTask, openTask } from '@nguon/server/tasks'
import { dictionaryOf } from './dictionary-of-path.ts'

const decide: TaskKind = {
  name: 'voice.decide',
  vi: 'Quyết định cách đọc {count} từ lạ trong tin “{title}”',
  en: 'Decide how {count} unknown words are read in “{title}”',
  path: '/lam-viec/tin/{subjectId}',
  title: { vi: 'Quyết định cách đọc từ lạ', en: 'Decide how words are read' },
  remindAfterMinutes: 240,
  stepInAfterMinutes: 240,
  longestMinutes: 10080,
}

export const voiceTaskKinds = [decide] as const

/** While a draft holds words nobody decided on, that waits for whoever wrote it: it could not be submitted so. */
export async function keepReadingTask(
  tx: Transaction,
  { clock }: { clock: Clock },
  {
    version,
    unitPath,
    isDraft,
    by,
  }: { version: BulletinVersion; unitPath: UnitPath; isDraft: boolean; by: Actor | null },
): Promise<void> {
  const subject = { kind: decide, subjectId: version.bulletinId }
  const unitId = unitPath.at(-1)
  const count =
    isDraft && isSpoken(version.content.kind) ? await countUndecided(tx, { clock }, { version, unitPath }) : 0
  if (count === 0 || unitId === undefined) {
    await closeTask(tx, { clock }, { ...subject, by })
    return
  }
  const values = { count: String(count), title: version.content.texts[0].title }
  await openTask(tx, { clock }, { ...subject, unitId, assignee: { accountId: version.writtenBy }, values })
}

async function countUndecided(
  tx: Transaction,
  { clock }: { clock: Clock },
  { version, unitPath }: { version: BulletinVersion; unitPath: UnitPath },
): Promise<number> {
  const dictionary = await dictionaryOf(tx, unitPath)
  const today = clock.today()
  const read = version.content.texts.filter(text => text.language === 'vi' && text.recordingSha256 === null)
  return read
    .map(
      text =>
        readText(spokenMatter(text), { dictionary, decisions: text.readingDecisions, today, notice: false }).undecided
          .length,
    )
    .reduce((sum, count) => sum + count, 0)
}
