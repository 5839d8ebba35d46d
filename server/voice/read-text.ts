import type { ReadingDecision } from '@nguon/domain/bulletins'
import type { Day, UnitPath } from '@nguon/domain/platform'
import { type PronunciationDictionary, type Reading, type ReadingToken, readAloud } from '@nguon/domain/voice'
import type { Database } from '@nguon/server/platform'
import { entriesOf } from './dictionary-store.ts'

/** A reading with the words that still need somebody's decision. */
export interface DecidedReading extends Reading {
  readonly undecided: readonly ReadingToken[]
}

/** What the units of a path say about words, the nearest first: it has the last word. */
export async function dictionaryOf(db: Database, unitPath: UnitPath): Promise<PronunciationDictionary> {
  const entries = await entriesOf(db, unitPath)
  return { entries: unitPath.toReversed().flatMap(unitId => entries.filter(entry => entry.unitId === unitId)) }
}

/** The form in which a token is decided on: a text keeps its line ends, a decision does not. */
export function tokenKey(source: string): string {
  return source.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/**
 * The text as it will be spoken: what the writers decided stands above the dictionary, and what they agreed to have
 * spelled is spelled.
 */
export function readText(
  text: string,
  {
    dictionary,
    decisions,
    today,
  }: { dictionary: PronunciationDictionary; decisions: readonly ReadingDecision[]; today: Day },
): DecidedReading {
  const spoken = decisions.flatMap(({ token, spoken }) =>
    spoken === null ? [] : [{ written: token, spoken, matchCase: true }],
  )
  const reading = readAloud(text, {
    dictionary: { entries: [...spoken, ...dictionary.entries] },
    acceptUnknown: true,
    today,
  })
  const spelled = new Set(decisions.filter(({ spoken }) => spoken === null).map(({ token }) => tokenKey(token)))
  return { ...reading, undecided: reading.flagged.filter(token => !spelled.has(tokenKey(token.source))) }
}
