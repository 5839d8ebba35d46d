import { type BulletinContent, type BulletinText, type ReadingDecision, spokenMatter } from '@nguon/domain/bulletins'
import { mergedDecisions, readText, tokenKey } from '@nguon/domain/voice'
import type { BulletinId } from '@nguon/domain/platform'
import { type BulletinParts, type Caller, editBulletin, holdForAct } from '@nguon/server/bulletins'
import type { Transaction } from '@nguon/server/platform'
import { dictionaryOf } from './dictionary-of-path.ts'

export interface ReadingDecisions {
  readonly id: BulletinId
  readonly version: number
  readonly decisions: readonly (ReadingDecision & { readonly language: BulletinText['language'] })[]
  /** Spell everything else that is unknown. */
  readonly spellTheRest: boolean
}

/**
 * Writes a version with what was decided about unknown words; a later decision on a word takes the place of the one before.
 * @throws NOT_FOUND, FORBIDDEN, STALE_VERSION, BULLETIN_RELIED_ON
 */
export async function decideReading(
  tx: Transaction,
  parts: BulletinParts,
  caller: Caller,
  { id, version: seen, decisions, spellTheRest }: ReadingDecisions,
): Promise<void> {
  const { version, unitPath } = await holdForAct(tx, parts, caller.actor, { id, version: seen, act: 'edit' })
  const dictionary = await dictionaryOf(tx, unitPath)
  const decided = (text: BulletinText): BulletinText => {
    const own = decisions.filter(decision => decision.language === text.language)
    const given = mergedDecisions([...text.readingDecisions, ...own])
    if (!spellTheRest) return { ...text, readingDecisions: given }
    const { undecided } = readText(spokenMatter(text), {
      dictionary,
      decisions: given,
      today: parts.clock.today(),
      notice: false,
    })
    const spelled = undecided.map(token => ({ token: tokenKey(token.source), spoken: null }))
    return { ...text, readingDecisions: mergedDecisions([...given, ...spelled]) }
  }
  const [main, ...others] = version.content.texts
  const content: BulletinContent = { ...version.content, texts: [decided(main), ...others.map(decided)] }
  await editBulletin(tx, parts, caller, { id, version: seen, content, reopen: false })
}
