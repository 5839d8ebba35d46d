/** The voice: how a written bulletin is spoken ("đọc là"), token by token. */
export { type DecidedReading, mergedDecisions, readText, tokenKey } from './decided-reading.ts'
export type { PronunciationDictionary, PronunciationEntry } from './dictionary.ts'
export { readAloud } from './read-aloud.ts'
export type {
  Certainty,
  Reading,
  ReadingKind,
  ReadingOptions,
  ReadingSentence,
  ReadingToken,
  Region,
} from './reading.ts'
export { isSyllable } from './syllable.ts'
export * from './rights.ts'
