/** The voice: how a written bulletin is spoken ("đọc là"), token by token. */
export { type DecidedReading, machineNotice, mergedDecisions, readText, tokenKey } from './decided-reading.ts'
export type { PronunciationDictionary, PronunciationEntry } from './dictionary.ts'
export { readAloud } from './read-aloud.ts'
export type { Reading, ReadingOptions, ReadingSentence, ReadingToken } from './reading.ts'
export * from './rights.ts'
