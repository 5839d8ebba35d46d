import { readUnknownAbbreviation, readAbbreviation } from './abbreviations.ts'
import { readCoordinates, readHouseNumber, readNamedHouseNumber } from './addresses.ts'
import { assembleSentences, type PlacedToken } from './assemble.ts'
import { readBlankCitation, readCitation, readLooseCode, readPointLetter } from './citations.ts'
import { readCode, readExpressway, readIdentityNumber, readPlate, readRoad } from './codes.ts'
import {
  type Finding,
  isWordCharacter,
  readDate,
  readHotline,
  readLeadingCurrency,
  readLooseUnit,
  readMinutes,
  readNegative,
  readPhone,
  readQuantity,
  readRomanQuarter,
  readTime,
} from '@nguon/domain/numerals'
import { compileDictionary, type DecidedPlace, emptyDictionary, readDictionary } from './dictionary.ts'
import { readBullet, readHeading, readInlineHeading, readRoman } from './headings.ts'
import { type Line, splitLines } from './lines.ts'
import type { Reading, ReadingOptions, ReadingToken } from './reading.ts'
import { foldSource, type SourceText } from './source-text.ts'
import { readSymbol } from './symbols.ts'
import { readWebAddress } from './web.ts'
import { readHighlandName, readLetter, readLexicon, readUnknownWord, readWord } from './words.ts'

type Recogniser = (place: DecidedPlace) => Finding | undefined

/** The order is the grammar: the more a rule needs to see, the earlier it is asked. */
const forDigits: readonly Recogniser[] = [
  readDictionary,
  readWebAddress,
  readHeading,
  readInlineHeading,
  readPlate,
  readCitation,
  readCoordinates,
  readPhone,
  readHotline,
  readIdentityNumber,
  readNamedHouseNumber,
  readDate,
  readTime,
  readMinutes,
  readHouseNumber,
  readQuantity,
  readCode,
]
const forLetters: readonly Recogniser[] = [
  readDictionary,
  readWebAddress,
  readHeading,
  readInlineHeading,
  readLooseCode,
  readPointLetter,
  readExpressway,
  readRoad,
  readRomanQuarter,
  readRoman,
  readLexicon,
  readLooseUnit,
  readCode,
  readAbbreviation,
  readWord,
  readHighlandName,
  readUnknownAbbreviation,
  readLetter,
]
const forMarks: readonly Recogniser[] = [readPhone, readNegative, readBullet, readBlankCitation, readLeadingCurrency]

function recognise(place: DecidedPlace): Finding {
  const character = place.text[place.at] ?? ''
  const isDigit = /\d/.test(character)
  const rules = isDigit ? forDigits : isWordCharacter(character) ? forLetters : forMarks
  for (const rule of rules) {
    const finding = rule(place)
    if (finding && finding.end > place.at) return finding
  }
  return readUnknownWord(place) ?? readSymbol(place)
}

const lastYearWithoutToday = 69

function latestShortYear(today: string | undefined): number {
  return today === undefined ? lastYearWithoutToday : Math.min(99, (Number(today.slice(2, 4)) || 0) + 10)
}

const silent = /[\s\u200b]/u
const markup = /[*_#>~\s"'`\\]/

/**
 * Turns a bulletin's text into what is spoken. Any string is accepted; the cost grows with its length only.
 * The rules are numbered in SPEC.md.
 */
export function readAloud(text: string, options: ReadingOptions = {}): Reading {
  const source = foldSource(text)
  const lines = splitLines(source.text)
  const fixed = {
    text: source.text,
    region: options.region ?? 'north',
    dictionary: options.dictionary ? compileDictionary(options.dictionary) : emptyDictionary,
    latestShortYear: latestShortYear(options.today),
  }
  const placed: PlacedToken[] = []
  for (const line of lines) readLine(line, fixed, placed)
  const tokens = inOriginal(placed, source, text, options.acceptUnknown ?? false)
  const sentences = assembleSentences(tokens)
  return {
    text: sentences
      .map(
        (sentence, index) =>
          sentence.spoken + (index === sentences.length - 1 ? '' : sentence.endsParagraph ? '\n' : ' '),
      )
      .join(''),
    tokens: tokens.map(({ token }) => token),
    flagged: tokens.map(({ token }) => token).filter(token => token.certainty === 'unknown'),
    sentences,
  }
}

/**
 * Moves the tokens from the folded text back to the text passed in. One written character may fold into several
 * ("½", "🄁"): tokens that came of the same character are one.
 */
function inOriginal(
  found: readonly PlacedToken[],
  source: SourceText,
  text: string,
  acceptUnknown: boolean,
): PlacedToken[] {
  const moved: PlacedToken[] = []
  for (const { token, endsParagraph } of found) {
    const start = source.start(token.start)
    const end = source.end(token.end)
    const asWritten = token.certainty === 'unknown' && !acceptUnknown
    const spoken = asWritten ? source.text.slice(token.start, token.end) : token.spoken
    const previous = moved.at(-1)
    if (previous && start < previous.token.end) {
      const whole = Math.max(end, previous.token.end)
      const certainty = token.certainty === 'unknown' ? token.certainty : previous.token.certainty
      const joined = [previous.token.spoken, spoken].filter(part => /\p{L}/u.test(part)).join(' ')
      const merged = {
        ...previous.token,
        end: whole,
        source: text.slice(previous.token.start, whole),
        spoken: joined,
        certainty,
      }
      moved[moved.length - 1] = { token: merged, endsParagraph }
    } else moved.push({ endsParagraph, token: { ...token, start, end, source: text.slice(start, end), spoken } })
  }
  return moved
}

type FixedPlace = Omit<DecidedPlace, 'at' | 'startsLine' | 'shouted'>

function silence(end: number): Finding {
  return { end, spoken: '', kind: 'symbol', certainty: 'likely' }
}

const bracket = /\((?:bằng chữ:? ?|viết bằng chữ:? ?)?([\p{L} ,]{2,200}?)(?: chẵn)?\.?\)/iuy

/** N13: "02 (hai) bộ" says its number once. */
function readRepetition(text: string, at: number, previous: ReadingToken | undefined): Finding | undefined {
  if (text[at] !== '(' || !previous || !/^(?:number|money|measure)$/.test(previous.kind)) return undefined
  bracket.lastIndex = at
  const match = bracket.exec(text)
  const same = match?.[1]?.toLowerCase().replaceAll(',', '').trim() === previous.spoken
  return match && same ? { end: at + match[0].length, spoken: '', kind: 'number', certainty: 'sure' } : undefined
}

/** Reads one line onto `placed`; a sign broken over two lines takes the characters of the next line with it. */
function readLine(line: Line, fixed: FixedPlace, placed: PlacedToken[]): void {
  let at = Math.max(line.start, placed.at(-1)?.token.end ?? 0)
  let startsLine = at === line.start
  const before = placed.length
  while (at < line.end) {
    const character = fixed.text[at] ?? ''
    if (silent.test(character)) {
      at += 1
      continue
    }
    const found = line.silent
      ? silence(line.end)
      : (readRepetition(fixed.text, at, placed.at(-1)?.token) ??
        recognise({ ...fixed, at, startsLine, shouted: line.shouted }))
    placed.push({ endsParagraph: false, token: { source: '', start: at, ...found } })
    if (!markup.test(character) && found.kind !== 'bullet') startsLine = false
    at = found.end
  }
  const last = placed.at(-1)
  if (last && placed.length > before) placed[placed.length - 1] = { ...last, endsParagraph: !line.continues }
}
