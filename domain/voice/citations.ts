import { expandAbbreviation, joinedAbbreviation } from './abbreviations.ts'
import codes from './data/document-codes.json' with { type: 'json' }
import { spell } from './letters.ts'
import {
  cardinal,
  digitByDigit,
  endsWord,
  type Finding,
  isSyllable,
  matchAt,
  type Place,
  textAfter,
  textBefore,
} from '@nguon/domain/numerals'

const acts: ReadonlyMap<string, string> = new Map(Object.entries(codes.acts))
const bodies: ReadonlyMap<string, string> = new Map(Object.entries(codes.bodies))
const fields: ReadonlyMap<string, string> = new Map(Object.entries(codes.fields))
/** A body by its field: the ministry, the provincial or the district office of it. */
const offices: Readonly<Record<string, string>> = { B: 'Bộ', S: 'Sở', P: 'Phòng' }

interface SpokenPart {
  readonly spoken: string
  readonly known: boolean
}

function bodyOf(part: string, after: string): SpokenPart {
  // A city's committee signs "TU" as a province's does.
  if (part === 'TU' && /^[^;]{0,36}Thành ủy/u.test(after)) return { spoken: 'Thành ủy', known: true }
  const known = bodies.get(part)
  if (known) return { spoken: known, known: true }
  const field = fields.get(part.slice(1))
  const office = offices[part.charAt(0)]
  if (office && field) return { spoken: `${office} ${field}`, known: true }
  const assembly = /^(QH|UBTVQH)(\d{1,2})$/.exec(part)
  if (assembly) return { spoken: `${bodies.get(assembly[1] ?? '')} khóa ${cardinal(assembly[2] ?? '')}`, known: true }
  const expanded = expandAbbreviation(part) ?? joinedAbbreviation(part)
  if (expanded) return { spoken: expanded, known: true }
  if (/^\p{Lu}\p{Ll}+$/u.test(part) && isSyllable(part)) return { spoken: part.toLowerCase(), known: true }
  return { spoken: spell(part), known: false }
}

function sayCode(written: string, after: string): SpokenPart {
  const parts = written.split(/\s*[-/.]\s*/).filter(part => part !== '')
  const spoken = parts.map((part, index): SpokenPart => {
    const act = index === 0 ? acts.get(part) : undefined
    return act ? { spoken: act, known: true } : bodyOf(part, after)
  })
  const actFirst = acts.has(parts[0] ?? '')
  const joined = spoken.map((part, index) =>
    index > (actFirst ? 1 : 0) ? `, ${part.spoken}` : index > 0 ? ` ${part.spoken}` : part.spoken,
  )
  return { spoken: joined.join(''), known: spoken.every(part => part.known) }
}

const part = String.raw`(?:\p{Lu}[\p{L}&]{0,20}\d{0,2})`
// A document printed on paper breaks its lines inside the sign: "135/QĐ-↵TTg".
const apart = String.raw`(?:\p{Lu}{2}[\p{L}&]{0,20}|TTg)`
const code = String.raw`${part}(?:[-/.]${part}|\s?[-/]\s{0,8}${apart}){0,6}`
const citation = new RegExp(
  String.raw`(\d{1,5})([A-Za-zđĐ])?(?:\s?\/\s?([12]\d{3}))?\s?([/-])\s?(${code})(?![\p{L}\d])`,
  'uy',
)
const blank = new RegExp(String.raw`\/\s?(${code})(?![\p{L}\d])`, 'uy')
const numberAndYear = /(\d{1,4})\/([12]\d{3})(?![\d/])/y

function isCode(written: string): boolean {
  const first = written.split(/\s*[-/.]\s*/)[0] ?? ''
  if (acts.has(first) || bodies.has(first)) return true
  return (
    /^(?:QH|UBTVQH)\d/.test(first) || (/[-/]/.test(written) && /^[\p{Lu}Đ&]{2,}/u.test(first) && !isSyllable(first))
  )
}

function number(digits: string, place: Place): string {
  // "Chỉ thị 05" is known to everybody as "không năm".
  return digits.length > 4 || digits.startsWith('0') ? digitByDigit(digits) : cardinal(digits, place.region)
}

const citedBefore =
  /(?:nghị định|thông tư|quyết định|nghị quyết|luật|chỉ thị|công văn|kế hoạch|hướng dẫn|pháp lệnh|thông báo|văn bản|tờ trình|số|(?<!\p{L})(?:nđ|tt|qđ|nq))(?: (?:liên tịch|số))?\s*:?\s*$/iu

/** C1–C3: the sign of a document: number, year, act and body. */
export function readCitation(place: Place): Finding | undefined {
  const match = matchAt(citation, place)
  if (match && isCode(match[5] ?? '')) {
    const letter = match[2] ? ` ${spell(match[2])}` : ''
    const year = match[3] ? ` xuyệt ${cardinal(match[3], place.region)}` : ''
    const sign = sayCode(match[5] ?? '', textAfter(place, place.at + match[0].length))
    const slash = match[4] === '/' ? ' xuyệt' : ','
    const spoken = `${number(match[1] ?? '', place)}${letter}${year}${slash} ${sign.spoken}`
    return { end: place.at + match[0].length, spoken, kind: 'citation', certainty: sign.known ? 'sure' : 'likely' }
  }
  const short = matchAt(numberAndYear, place)
  if (!short || !citedBefore.test(textBefore(place))) return undefined
  const spoken = `${number(short[1] ?? '', place)} năm ${cardinal(short[2] ?? '', place.region)}`
  return { end: place.at + short[0].length, spoken, kind: 'citation', certainty: 'sure' }
}

/** C4: a sign whose number is still to be filled in: "Số: /KH-UBND". */
export function readBlankCitation(place: Place): Finding | undefined {
  const match = matchAt(blank, place)
  if (!match || !isCode(match[1] ?? '') || /[\p{L}\d]$/u.test(textBefore(place))) return undefined
  const end = place.at + match[0].length
  const sign = sayCode(match[1] ?? '', textAfter(place, end))
  if (!endsWord(place, end)) return undefined
  return { end, spoken: `xuyệt ${sign.spoken}`, kind: 'citation', certainty: 'likely' }
}

const looseCode = new RegExp(String.raw`\p{Lu}[\p{L}&]{0,20}(?:-\p{Lu}[\p{L}&]{0,20}){1,5}`, 'uy')

/** C5: the sign without a number: "QĐ-TTg", "NĐ-CP". */
export function readLooseCode(place: Place): Finding | undefined {
  const match = matchAt(looseCode, place)
  if (!match) return undefined
  const [first = '', ...rest] = match[0].split('-')
  if (!acts.has(first) || !rest.every(written => bodyOf(written, '').known) || isSyllable(first)) return undefined
  const end = place.at + match[0].length
  if (!endsWord(place, end)) return undefined
  return { end, spoken: sayCode(match[0], textAfter(place, end)).spoken, kind: 'citation', certainty: 'likely' }
}

// "điểm y tế" is a place, "điểm y khoản 2" a letter.
const letterAfterPoint = /([a-xzđăâêôơư]|y(?= (?:khoản|và|Điều)|[,;]))(?=[\s,;.)]|$)/uy

/** C6: "điểm a", "tiết đ", "khoản c": the letter by its name. */
export function readPointLetter(place: Place): Finding | undefined {
  const match = matchAt(letterAfterPoint, place)
  if (!match || !/(?:điểm|tiết)(?: \p{L}(?:,| và|;)?){0,8}\s$/iu.test(textBefore(place))) return undefined
  return { end: place.at + match[0].length, spoken: spell(match[0]), kind: 'citation', certainty: 'sure' }
}
