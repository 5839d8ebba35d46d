import ambiguousTable from './data/abbreviations-ambiguous.json' with { type: 'json' }
import societyTable from './data/abbreviations-society.json' with { type: 'json' }
import stateTable from './data/abbreviations-state.json' with { type: 'json' }
import { spell } from './letters.ts'
import { endsWord, type Finding, isSyllable, matchAt, type Place, textAfter, textBefore } from '@nguon/domain/numerals'

interface ContextualReading {
  readonly spoken: string
  readonly before: RegExp | undefined
  readonly after: RegExp | undefined
}

interface Ambiguous {
  readonly readings: readonly ContextualReading[]
  /** What it most often means in bulletins; without it the context must decide. */
  readonly otherwise: string | undefined
}

const plain: ReadonlyMap<string, string> = new Map(Object.entries({ ...stateTable, ...societyTable }))
const plainUpperCase: ReadonlyMap<string, string> = new Map(
  [...plain].map(([written, spoken]) => [written.toUpperCase(), spoken]),
)

interface AmbiguousRow {
  readonly written: string
  readonly otherwise?: string
  readonly readings: readonly { readonly spoken: string; readonly before?: string; readonly after?: string }[]
}

const ambiguousRows: readonly AmbiguousRow[] = ambiguousTable
const ambiguous: ReadonlyMap<string, Ambiguous> = new Map(
  ambiguousRows.map(row => [
    row.written,
    {
      otherwise: row.otherwise,
      readings: row.readings.map(reading => ({
        spoken: reading.spoken,
        before: reading.before === undefined ? undefined : new RegExp(reading.before, 'iu'),
        after: reading.after === undefined ? undefined : new RegExp(reading.after, 'u'),
      })),
    },
  ]),
)

/** What an abbreviation means when nothing around it is known; undefined when it is not in the tables. */
export function expandAbbreviation(written: string): string | undefined {
  return plain.get(written) ?? plainUpperCase.get(written.toUpperCase()) ?? ambiguous.get(written)?.otherwise
}

interface Decision {
  readonly spoken: string
  /** The reading rests on what follows the abbreviation's own full stop. */
  readonly takesDot: boolean
}

/** What an abbreviation always means; undefined when that depends on its surroundings. */
export function settledAbbreviation(written: string): string | undefined {
  return plain.get(written)
}

function decide(entry: Ambiguous, place: Place, end: number): Decision | undefined {
  const before = textBefore(place)
  const after = textAfter(place, end)
  const fitting = entry.readings.find(
    reading => (reading.before?.test(before) ?? true) && (reading.after?.test(after) ?? true),
  )
  const spoken = fitting?.spoken ?? entry.otherwise
  return spoken === undefined ? undefined : { spoken, takesDot: fitting?.after !== undefined && /^\.\s?\S/.test(after) }
}

const candidate = /[\p{L}\d]{1,40}(?:(?:[.&/,-]| ?& ?)[\p{L}\d]{1,40}){0,5}/uy

function lastSeparator(chunk: string): number {
  return Math.max(...Array.from('.&/,-', mark => chunk.lastIndexOf(mark)))
}

/** The longest abbreviation first: "TP.HCM" before "TP.", "TT&TT" before "TT". */
function* candidates(place: Place): Generator<number> {
  const match = matchAt(candidate, place)
  if (!match) return
  let length = match[0].length
  if (place.text[place.at + length] === '.') yield length + 1
  for (;;) {
    yield length
    const chunk: string = match[0].slice(0, length)
    const cut = lastSeparator(chunk)
    if (cut <= 0) return
    if (chunk[cut] === '.') yield cut + 1
    length = chunk.slice(0, cut).trimEnd().length
  }
}

function lookUp(written: string, place: Place, end: number): Finding | undefined {
  const exact = plain.get(written)
  // In a line of capitals a syllable is a word: "CHUNG", "BAN" are not abbreviations there.
  if (exact !== undefined && !(place.shouted && isSyllable(written)))
    return { end, spoken: exact, kind: 'abbreviation', certainty: 'sure' }
  const entry = ambiguous.get(written)
  if (entry && !(place.shouted && isSyllable(written))) {
    const decision = decide(entry, place, end)
    if (!decision) return undefined
    return {
      end: decision.takesDot ? end + 1 : end,
      spoken: decision.spoken,
      kind: 'abbreviation',
      certainty: 'likely',
    }
  }
  if (written.length < 3 || isSyllable(written)) return undefined
  const loose = plainUpperCase.get(written.toUpperCase())
  return loose === undefined ? undefined : { end, spoken: loose, kind: 'abbreviation', certainty: 'likely' }
}

/** B1–B4: abbreviations of state and society, by the tables and by what stands around them. */
export function readAbbreviation(place: Place): Finding | undefined {
  for (const length of candidates(place)) {
    const end = place.at + length
    const written = place.text.slice(place.at, end).replace(/ ?& ?/g, '&')
    const dotted = written.endsWith('.')
    if (!dotted && !endsWord(place, end)) continue
    // A full stop that ends the sentence is not part of the abbreviation.
    if (dotted && /^\s*(?:\n|$)/.test(textAfter(place, end)) && !written.startsWith('v.v')) continue
    const found = lookUp(written, place, end)
    if (found) return found
  }
  return readJoined(place)
}

const capitals = /[A-ZĐƯĂÂÊÔƠ]{4,16}/uy

/** B5: two known abbreviations written together: "UBNDTP", "BCĐTW". */
export function joinedAbbreviation(written: string): string | undefined {
  for (let cut = written.length - 2; cut >= 2; cut -= 1) {
    const head = plain.get(written.slice(0, cut))
    const tail = plain.get(written.slice(cut))
    if (head && tail) return `${head} ${tail}`
  }
  return undefined
}

function readJoined(place: Place): Finding | undefined {
  const match = matchAt(capitals, place)
  if (!match || !endsWord(place, place.at + match[0].length) || isSyllable(match[0])) return undefined
  const spoken = joinedAbbreviation(match[0])
  return spoken ? { end: place.at + match[0].length, spoken, kind: 'abbreviation', certainty: 'likely' } : undefined
}

const lonelyCapitals = /\p{Lu}{2,40}(?:[&.-]\p{Lu}{1,40}){0,6}/uy

/** B6: capitals that are in no table: spelled, and a person must say what they mean. */
export function readUnknownAbbreviation(place: Place): Finding | undefined {
  const match = matchAt(lonelyCapitals, place)
  if (!match) return undefined
  const end = place.at + match[0].length
  if (!endsWord(place, end)) return undefined
  return { end, spoken: spell(match[0]), kind: 'abbreviation', certainty: 'unknown' }
}
