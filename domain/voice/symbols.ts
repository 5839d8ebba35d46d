import {
  type Finding,
  isWordCharacter,
  matchAt,
  type Place,
  type ReadingKind,
  textAfter,
  textBefore,
  unitAfterSlash,
} from '@nguon/domain/numerals'

const spokenSymbols: Readonly<Record<string, string>> = {
  '&': 'và',
  '%': 'phần trăm',
  '‰': 'phần nghìn',
  '=': 'bằng',
  '@': 'a còng',
  '°': 'độ',
  $: 'đô la',
  '€': 'ơ rô',
  '₫': 'đồng',
  '≥': 'lớn hơn hoặc bằng',
  '≤': 'nhỏ hơn hoặc bằng',
  '±': 'cộng trừ',
  '≈': 'xấp xỉ',
  '×': 'nhân',
  '÷': 'chia',
  '§': 'mục',
}

/** Spoken only where a number follows. */
const beforeNumber: Readonly<Record<string, string>> = {
  '~': 'khoảng',
  '<': 'nhỏ hơn',
  '>': 'lớn hơn',
  '+': 'cộng',
}

const pausing: Readonly<Record<string, string>> = {
  ',': ',',
  ';': ';',
  ':': ':',
  '.': '.',
  '!': '!',
  '?': '?',
  '(': ',',
  ')': ',',
  '[': ',',
  ']': ',',
  '{': ',',
  '}': ',',
  '|': ',',
}

function symbol(end: number, spoken: string, kind: ReadingKind = 'symbol'): Finding {
  return { end, spoken, kind, certainty: 'sure' }
}

const joinedPairs =
  /(?:kinh tế|văn hóa|văn hoá|thông tin|phát thanh|truyền thanh|Bà Rịa|Phan Rang|Thừa Thiên|quốc phòng|phòng chống lụt|Gia|Nghệ|Đông|Tây|Bắc|Nam|Việt|Nga)$/iu

/** S2: a dash joins two words, parts two clauses, and says nothing else. */
function readDash(place: Place): Finding {
  const end = place.at + 1
  const before = place.text[place.at - 1]
  const after = place.text[end]
  const tight = isWordCharacter(before) || isWordCharacter(after)
  const joined = (isWordCharacter(before) && isWordCharacter(after)) || joinedPairs.test(textBefore(place).trimEnd())
  if (joined || !/\s/.test(`${before ?? ' '}${after ?? ' '}`)) return symbol(end, '', 'punctuation')
  return symbol(end, tight && after === undefined ? '' : ',', 'punctuation')
}

const countedBefore = /\d'$|(?:\d[\d.,]*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mỗi)(?:\s\p{L}+){1,4}\s?$/u

/** S3: "3 lần/ngày" is per day; elsewhere a slash is a short pause between two choices. */
function readSlash(place: Place): Finding {
  const ending = /\/\.\/?|\.\/\./y.exec(place.text.slice(place.at, place.at + 3))
  if (ending) return symbol(place.at + ending[0].length, '.', 'punctuation')
  const end = place.at + 1
  const before = textBefore(place)
  const after = textAfter(place, end)
  if (!/\S$/.test(before) || !/^\s?\S/.test(after)) return symbol(end, '', 'punctuation')
  if (/(?:^|[^\p{L}])và$/iu.test(before)) return symbol(end, '', 'punctuation')
  const unit = countedBefore.test(before) ? unitAfterSlash(place, end) : undefined
  if (unit) return symbol(unit.end, `trên ${unit.spoken}`, 'measure')
  if (countedBefore.test(before) && /^\p{Ll}/u.test(after)) return symbol(end, 'một')
  return symbol(end, ',', 'punctuation')
}

const finalMark = /\.\s?\/\s?\.?/y
const dots = /\.{2,}|…+\.*/y
const emoji = /\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\u200d]*|[\u{1f1e6}-\u{1f1ff}]+/uy

function readDots(place: Place): Finding | undefined {
  const end = matchAt(finalMark, place)
  if (end) return symbol(place.at + end[0].length, '.', 'punctuation')
  const match = matchAt(dots, place)
  if (!match) return undefined
  const after = place.at + match[0].length
  return symbol(after, /^\s*[\p{Ll},;:)]/u.test(textAfter(place, after)) ? ',' : '.', 'punctuation')
}

/** S1–S5: whatever is neither letter nor digit. */
export function readSymbol(place: Place): Finding {
  const character = String.fromCodePoint(place.text.codePointAt(place.at) ?? 0)
  const end = place.at + character.length
  if (character === '-') return readDash(place)
  if (character === '/') return readSlash(place)
  const run = character === '.' || character === '…' ? readDots(place) : undefined
  if (run) return run
  const pictures = matchAt(emoji, place)
  if (pictures) return symbol(place.at + pictures[0].length, '')
  const pause = pausing[character]
  if (pause) {
    // "3.", ":" between digits and the like belong to numbers; here a mark inside a word is no pause.
    const inside = isWordCharacter(place.text[place.at - 1]) && isWordCharacter(place.text[end]) && character !== ','
    return symbol(end, inside && /[.:]/.test(character) ? ',' : pause, 'punctuation')
  }
  const comparison = matchAt(/[<>]=(?=\s*-?\d)/y, place)
  if (comparison) return symbol(place.at + 2, character === '>' ? 'lớn hơn hoặc bằng' : 'nhỏ hơn hoặc bằng')
  const between = /\p{L}\)?\s$/u.test(textBefore(place)) && /^\s\p{L}/u.test(textAfter(place, end))
  if (character === '+' && between) return symbol(end, 'và')
  if (/^[\s]*-?\d/.test(textAfter(place, end))) {
    const spoken = beforeNumber[character]
    if (spoken) return symbol(end, spoken)
  }
  return symbol(end, spokenSymbols[character] ?? '')
}
