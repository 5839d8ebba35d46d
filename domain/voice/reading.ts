import type { Day } from '@nguon/domain/platform'
import type { Certainty, ReadingKind, Region } from '@nguon/domain/numerals'
import type { PronunciationDictionary } from './dictionary.ts'

/** One piece of the written text and how it is spoken. */
export interface ReadingToken {
  /** The written characters, exactly as they stand in the text passed in. */
  readonly source: string
  /** Span in the text passed in, in UTF-16 units; `end` does not belong to it. */
  readonly start: number
  readonly end: number
  /** Empty when it is not spoken (a bullet, an emoji, a quotation mark). */
  readonly spoken: string
  readonly kind: ReadingKind
  readonly certainty: Certainty
}

/** A stretch an engine renders in one breath and an editor shows as one line. */
export interface ReadingSentence {
  /** Span in the text passed in, from its first token to its last. */
  readonly start: number
  readonly end: number
  readonly spoken: string
  /** After it the listener needs a longer pause. */
  readonly endsParagraph: boolean
}

/** A text as it will be spoken ("đọc là"). */
export interface Reading {
  /** The sentences, a space apart, paragraphs on lines of their own. */
  readonly text: string
  /** In order, never overlapping; every letter and digit of the text belongs to one. */
  readonly tokens: readonly ReadingToken[]
  /** The tokens of certainty `unknown`: each must be decided by a person before approval (I22). */
  readonly flagged: readonly ReadingToken[]
  readonly sentences: readonly ReadingSentence[]
}

export interface ReadingOptions {
  /** The province's own pronunciations; they override every rule. */
  readonly dictionary?: PronunciationDictionary
  /** Spell what is unknown letter by letter instead of leaving it as written; it stays flagged. */
  readonly acceptUnknown?: boolean
  /** Default `north`. */
  readonly region?: Region
  /** Decides the century of two-digit years: up to ten years ahead of it is this century. */
  readonly today?: Day
}
