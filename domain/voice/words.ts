import loanwordTable from './data/loanwords.json' with { type: 'json' }
import nameTable from './data/names.json' with { type: 'json' }
import { compileDictionary, findEntry } from './dictionary.ts'
import { spell } from './letters.ts'
import { endsWord, type Finding, isSyllable, matchAt, type Place, textAfter, textBefore } from '@nguon/domain/numerals'

function table(rows: Readonly<Record<string, string>>, matchCase: boolean) {
  return compileDictionary({
    entries: Object.entries(rows).map(([written, spoken]) => ({ written, spoken, matchCase })),
  })
}

const loanwords = table(loanwordTable, false)
const names = table(nameTable, false)
const singleLoanwords: ReadonlyMap<string, string> = new Map(Object.entries(loanwordTable))

/** How a settled foreign word is said; undefined when it is not one. */
export function loanword(written: string): string | undefined {
  return singleLoanwords.get(written.toLowerCase())
}

/** A name keeps its capital. */
function initial(spoken: string): string {
  return spoken.charAt(0).toUpperCase() + spoken.slice(1)
}

/** L1, L2: settled foreign words, and names of peoples and places that are no standard syllables. */
export function readLexicon(place: Place): Finding | undefined {
  const name = /\p{Lu}/u.test(place.text[place.at] ?? '') ? findEntry(names, place) : undefined
  const loan = findEntry(loanwords, place)
  if (name && name.end >= (loan?.end ?? 0))
    return { end: name.end, spoken: initial(name.spoken), kind: 'name', certainty: 'sure' }
  return loan && { ...loan, kind: 'loanword', certainty: 'sure' }
}

const letterRun = /\p{L}+/uy

/** Capitals within a word are loudness or a slip of the keyboard, and no engine should spell them. */
function unshout(word: string, shouted: boolean): string {
  const lower = word.toLowerCase()
  if (word === word.toUpperCase()) return word.length > 1 || shouted || word === 'I' ? lower : word
  return word.charAt(0) + lower.slice(1)
}

/** L3: the syllables of the language, said as they are written; capitals are not a reason to spell. */
export function readWord(place: Place): Finding | undefined {
  const match = matchAt(letterRun, place)
  if (!match) return undefined
  const end = place.at + match[0].length
  if (!endsWord(place, end) || !isSyllable(match[0])) return undefined
  return { end, spoken: unshout(match[0], place.shouted), kind: 'word', certainty: 'sure' }
}

const namePattern = /(\p{Lu})'(\p{L}+)|\p{Lu}\p{L}+/uy
const onsetNames: Readonly<Record<string, string>> = {
  b: 'bờ',
  c: 'cờ',
  d: 'đờ',
  đ: 'đờ',
  g: 'gờ',
  h: 'hờ',
  j: 'giờ',
  k: 'cờ',
  l: 'lờ',
  m: 'mờ',
  n: 'nờ',
  p: 'pờ',
  r: 'rờ',
  s: 'sờ',
  t: 'tờ',
  x: 'xờ',
  kh: 'khờ',
}
const placeBefore =
  /(?:xã|huyện|thôn|làng|buôn|bản|bon|sông|suối|hồ|thác|đèo|núi|thị trấn|phường|plei|bu|ea|ia|cư|chư|đắk|đăk|đắc|kon|krông|rơ|y|nay|siu|ksor|kpă|niê|h'?|người|dân tộc|đồng bào|ông|bà|anh|chị|già làng)\s?-?\s?$/iu

/** A minority syllable in the spelling of the standard language: k for c, a final that is not sounded, y for d. */
function standardised(syllable: string, place: Place): string | undefined {
  if (isSyllable(syllable)) return syllable
  const attempts = [syllable.replace(/k$/, 'c').replace(/^k(?=[aăâoôơuư])/, 'c')]
  if (placeBefore.test(textBefore(place))) {
    const plain = attempts[0] ?? syllable
    attempts.push(
      plain.replace(/[rhlsj]$/, ''),
      plain.replace(/^y/, 'd'),
      plain.replace(/^j/, 'gi'),
      plain.replace(/^j/, 'd'),
      plain.replace(/l$/, 'n'),
    )
    attempts.push(plain.replace(/[rhls]$/, '').replace('ă', 'a'))
  }
  return attempts.find(isSyllable)
}

function sayName(word: string, place: Place): string | undefined {
  const whole = standardised(word, place)
  if (whole) return whole
  const cluster = /^(kh|[bcdđghjklmnprstx])([bcdđghjklmnprstvy].*)$/.exec(word)
  const rest = cluster && standardised(cluster[2] ?? '', place)
  return rest ? `${onsetNames[cluster?.[1] ?? '']} ${rest}` : undefined
}

/** L4: names of the highlands by rule: "Krông", "H'Bia", "Kdang". */
export function readHighlandName(place: Place): Finding | undefined {
  const match = matchAt(namePattern, place)
  if (!match) return undefined
  const end = place.at + match[0].length
  if (!endsWord(place, end)) return undefined
  const lower = match[0].toLowerCase()
  if (match[1]) {
    const lead = onsetNames[match[1].toLowerCase()]
    const rest = sayName((match[2] ?? '').toLowerCase(), place)
    return lead && rest ? { end, spoken: initial(`${lead} ${rest}`), kind: 'name', certainty: 'likely' } : undefined
  }
  if (match[0] === match[0].toUpperCase() && !place.shouted) return undefined
  const spoken = sayName(lower, place)
  return spoken === undefined ? undefined : { end, spoken: initial(spoken), kind: 'name', certainty: 'likely' }
}

const letterBefore =
  /(?:lô|khu|nhà|nhóm|loại|khối|hạng|điểm|mục|phụ lục|vitamin|gan|tổ|dãy|block|tòa|toà|cửa|lớp|bảng|đội|phương án|cúm|vi rút|virus|viêm gan|mẫu|biểu|phần|đường|tuyến|cụm|ca|kíp|đề|câu|hình|phòng|ông|bà|anh|chị|em|cháu|chữ|thửa|ô|bậc|type|tuýp|xã|huyện|thôn|\p{Lu}\p{Ll}+)\s$/iu
const singleLetter = /\p{L}/uy

/** L5: one letter by its name, where something around it says that it is a letter. */
export function readLetter(place: Place): Finding | undefined {
  const match = matchAt(singleLetter, place)
  if (!match || !endsWord(place, place.at + match[0].length)) return undefined
  if (
    match[0] === 'x' &&
    /\d[^.;\n]{0,24}$/.test(textBefore(place)) &&
    /^\s?(?:\d|LCS|lương|mức)/.test(textAfter(place, place.at + 1))
  )
    return { end: place.at + 1, spoken: 'nhân', kind: 'symbol', certainty: 'likely' }
  // Typed on a telephone: "vắng mặt k có lý do".
  if (match[0] === 'k' && /\p{L}\s$/u.test(textBefore(place)) && /^ \p{Ll}{2}/u.test(textAfter(place, place.at + 1)))
    return { end: place.at + 1, spoken: 'không', kind: 'abbreviation', certainty: 'likely' }
  const spoken = spell(match[0])
  const named = letterBefore.test(textBefore(place)) && /\p{Script=Latin}/u.test(match[0]) && !place.shouted
  return { end: place.at + match[0].length, spoken, kind: 'word', certainty: named ? 'likely' : 'unknown' }
}

const anyWord = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+){0,4}/uy

/** L6: everything else with letters or digits is unknown: spelled, and flagged. */
export function readUnknownWord(place: Place): Finding | undefined {
  const match = matchAt(anyWord, place)
  if (!match) return undefined
  const parts = /^[\p{L}\p{N}]+/u.exec(match[0])?.[0] ?? match[0]
  const written = match[0].split(/['-]/).some(part => isSyllable(part)) ? parts : match[0]
  return { end: place.at + written.length, spoken: spell(written), kind: 'word', certainty: 'unknown' }
}
