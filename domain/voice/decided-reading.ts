import type { ReadingDecision } from '@nguon/domain/bulletins'
import type { Day } from '@nguon/domain/platform'
import type { PronunciationDictionary } from './dictionary.ts'
import { readAloud } from './read-aloud.ts'
import type { Reading, ReadingToken } from './reading.ts'

/** A reading with the words that still need somebody's decision. */
export interface DecidedReading extends Reading {
  readonly undecided: readonly ReadingToken[]
}

/** The form in which a token is decided on: a text keeps its line ends, a decision does not. */
export function tokenKey(source: string): string {
  return source.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/**
 * The text as it will be spoken: what the writers decided stands above the dictionary, and what they agreed to have
 * spelled is spelled. The same on the server and in the browser, so that nobody hears other words than they read.
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

/** One decision a token, the later one holding; at most as many as a text carries. */
export function mergedDecisions(decisions: readonly ReadingDecision[]): ReadingDecision[] {
  const byToken = new Map(decisions.map(({ token, spoken }) => [tokenKey(token), spoken]))
  return [...byToken].map(([token, spoken]) => ({ token, spoken })).slice(0, mostDecisions)
}

const mostDecisions = 500
