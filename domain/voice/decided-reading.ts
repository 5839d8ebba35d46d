import type { ReadingDecision } from '@nguon/domain/bulletins'
import type { Day } from '@nguon/domain/platform'
import type { PronunciationDictionary } from './dictionary.ts'
import { readAloud } from './read-aloud.ts'
import type { Reading, ReadingToken } from './reading.ts'

/** Said at the end of what a machine reads (Luật Trí tuệ nhân tạo số 134/2025/QH15, Điều 11). */
export const machineNotice = 'Bản tin được đọc bằng giọng máy.'

/** A reading with the words that still need somebody's decision. */
export interface DecidedReading extends Reading {
  /** What is said after the written text; part of `text`. */
  readonly notice: string | null
  readonly undecided: readonly ReadingToken[]
}

/** The form in which a token is decided on: a text keeps its line ends, a decision does not. */
export function tokenKey(source: string): string {
  return source.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

export interface ReadingWish {
  readonly dictionary: PronunciationDictionary
  readonly decisions: readonly ReadingDecision[]
  readonly today: Day
  /** Whether it is said at the end that a machine reads. */
  readonly notice: boolean
}

/**
 * The text as it will be spoken: what the writers decided stands above the dictionary, and what they agreed to have
 * spelled is spelled. The same on the server and in the browser, so that nobody hears other words than they read.
 */
export function readText(text: string, { dictionary, decisions, today, notice }: ReadingWish): DecidedReading {
  const spoken = decisions.flatMap(({ token, spoken }) =>
    spoken === null ? [] : [{ written: token, spoken, matchCase: true }],
  )
  const reading = readAloud(text, {
    dictionary: { entries: [...spoken, ...dictionary.entries] },
    acceptUnknown: true,
    today,
  })
  const spelled = new Set(decisions.filter(({ spoken }) => spoken === null).map(({ token }) => tokenKey(token)))
  const undecided = reading.flagged.filter(token => !spelled.has(tokenKey(token.source)))
  const { length } = text
  if (!notice || reading.sentences.length === 0) return { ...reading, undecided, notice: null }
  const said = { start: length, end: length, spoken: machineNotice, endsParagraph: true }
  return {
    ...reading,
    text: `${reading.text}\n${machineNotice}`,
    sentences: [...reading.sentences, said],
    undecided,
    notice: machineNotice,
  }
}

/** One decision a token, the later one holding; at most as many as a text carries. */
export function mergedDecisions(decisions: readonly ReadingDecision[]): ReadingDecision[] {
  const byToken = new Map(decisions.map(({ token, spoken }) => [tokenKey(token), spoken]))
  return [...byToken].map(([token, spoken]) => ({ token, spoken })).slice(0, mostDecisions)
}

const mostDecisions = 500
