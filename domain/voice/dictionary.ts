import { endsWord, type Finding, matchAt, type Place, placeTone, splitTone } from '@nguon/domain/numerals'
import { foldSource } from './source-text.ts'

/** One decision of the province on how a word, an abbreviation or a phrase is spoken. */
export interface PronunciationEntry {
  /** Begins with a letter or a digit; what does not is never found. */
  readonly written: string
  /** Taken as it stands: the person who wrote it has the last word. */
  readonly spoken: string
  /** Default false: "Ea Kar", "EA KAR" and "ea kar" are one. */
  readonly matchCase?: boolean
}

export interface PronunciationDictionary {
  readonly entries: readonly PronunciationEntry[]
}

interface CompiledEntry {
  readonly key: string
  readonly words: number
  readonly spoken: string
  readonly matchCase: boolean
  readonly written: string
}

/** Entries by the first word of what is written, the longest first. */
export type CompiledDictionary = ReadonlyMap<string, readonly CompiledEntry[]>

/** A place in a text for which the province may have decided. */
export interface DecidedPlace extends Place {
  readonly dictionary: CompiledDictionary
}

export const emptyDictionary: CompiledDictionary = new Map()

/** One key for all ways to type a word: case, composed or not, "hoà" and "hòa". */
export function wordKey(word: string): string {
  const lower = word.toLowerCase()
  const split = splitTone(lower)
  return split?.tone ? placeTone(split.base, split.tone) : lower
}

const wordPattern = /[\p{L}\p{N}]+/gu
const wordOrGap = /[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu

function phraseKey(phrase: string): string {
  return phrase.replace(wordOrGap, part => (/^\s+$/.test(part) ? ' ' : wordKey(part)))
}

export function compileDictionary(dictionary: PronunciationDictionary): CompiledDictionary {
  const byFirstWord = new Map<string, CompiledEntry[]>()
  for (const entry of dictionary.entries) {
    const written = foldSource(entry.written).text.trim().replace(/\s+/g, ' ')
    const words = written.match(wordPattern) ?? []
    if (words[0] === undefined || !written.startsWith(words[0])) continue
    const first = wordKey(words[0])
    const compiled = {
      key: phraseKey(written),
      words: words.length,
      spoken: entry.spoken.trim().replace(/\s+/g, ' '),
      matchCase: entry.matchCase ?? false,
      written,
    }
    const entries = byFirstWord.get(first) ?? []
    byFirstWord.set(
      first,
      [...entries, compiled].sort((left, right) => right.key.length - left.key.length),
    )
  }
  return byFirstWord
}

const firstWord = /[\p{L}\p{N}]+/uy
const nextWord = /([^\p{L}\p{N}\n]{0,4})([\p{L}\p{N}]+)/uy
const closing = /[^\p{L}\p{N}\s]{1,3}/uy

/** The end of `entry` in the text when it stands at the place, word by word; spaces may be wider than in the entry. */
function findEnd(entry: CompiledEntry, place: Place, firstEnd: number): number | undefined {
  let end = firstEnd
  for (let count = 1; count < entry.words; count += 1) {
    const next = matchAt(nextWord, place, end)
    if (!next) return undefined
    end += next[0].length
  }
  const tail = entry.key.match(/[^\p{L}\p{N}]+$/u)?.[0] ?? ''
  if (tail && matchAt(closing, place, end)?.[0].startsWith(tail)) end += tail.length
  const written = place.text.slice(place.at, end).replace(/\s+/g, ' ')
  return (entry.matchCase ? written === entry.written : phraseKey(written) === entry.key) ? end : undefined
}

/** The longest entry of a dictionary that stands at the place as whole words. */
export function findEntry(
  dictionary: CompiledDictionary,
  place: Place,
): { readonly end: number; readonly spoken: string } | undefined {
  if (dictionary.size === 0) return undefined
  const first = matchAt(firstWord, place)
  if (!first) return undefined
  for (const entry of dictionary.get(wordKey(first[0])) ?? []) {
    const end = findEnd(entry, place, place.at + first[0].length)
    if (end !== undefined && endsWord(place, end)) return { end, spoken: entry.spoken }
  }
  return undefined
}

/** V1: what the province decided stands above every rule. */
export function readDictionary(place: DecidedPlace): Finding | undefined {
  const found = findEntry(place.dictionary, place)
  return found && { ...found, kind: 'dictionary', certainty: 'sure' }
}
