import { spell } from './letters.ts'
import {
  cardinal,
  endsWord,
  type Finding,
  isSyllable,
  matchAt,
  type Place,
  romanValue,
  textAfter,
  textBefore,
} from '@nguon/domain/numerals'

const arabic = /(\d{1,3}(?:\.\d{1,2}){0,4})(?:\.(?=[\s*_]|$|\p{L})|\)|\/(?=\s)|(?=[ *_]+\p{Lu}))/uy
const roman = /([IVXL]{1,7})(?:[.)]|\/(?=\s)|(?=\s?[-:] ))/y
const lettered = /([a-zđA-ZĐ])(?:\.(?=[\s*_]|\p{Lu}\p{Ll})|\)|\/(?=\s))/uy

function heading(place: Place, match: RegExpExecArray, spoken: string): Finding {
  return { end: place.at + match[0].length, spoken: `${spoken}.`, kind: 'heading', certainty: 'sure' }
}

/** H1–H3: "I.", "1.", "1.1", "a)" at the start of a line. */
export function readHeading(place: Place): Finding | undefined {
  if (!place.startsLine) return undefined
  const number = matchAt(arabic, place)
  if (number && isNumbering(number, place)) {
    const parts = (number[1] ?? '').split('.').map(part => cardinal(part, place.region))
    return heading(place, number, parts.join(' chấm '))
  }
  const numeral = matchAt(roman, place)
  const value = romanValue(numeral?.[1] ?? '')
  if (numeral && value) return heading(place, numeral, `phần ${cardinal(String(value), place.region)}`)
  const letter = matchAt(lettered, place)
  // "P. Tân Phú", "H. Lộc Ninh": a unit before its name.
  if (letter && /^[PQHXT]\.\s?\p{Lu}\p{Ll}/u.test(textAfter(place, place.at))) return undefined
  const written = letter?.[1] ?? ''
  return letter ? heading(place, letter, isSyllable(written) ? written : spell(written)) : undefined
}

/** "1.1 Mục tiêu" is a heading, "2025 Năm" or "15 Hộ" is not: without its dot a number needs parts. */
function isNumbering(match: RegExpExecArray, place: Place): boolean {
  const written = match[0]
  if (/[.)/]$/.test(written))
    return !/^\d{3}\.$/.test(written) || /^\s*\n?/.test(textAfter(place, place.at + written.length))
  return /^\d{1,2}(?:\.\d{1,2})+$/.test(match[1] ?? '')
}

const inline = /([a-zđ]|\d{1,2})\)(?=\s)/uy

/** H4: "gồm: a) …; b) …" within a line. */
export function readInlineHeading(place: Place): Finding | undefined {
  const match = matchAt(inline, place)
  if (!match || !/[:;,.]\s*$/.test(textBefore(place))) return undefined
  const spoken = /\d/.test(match[1] ?? '') ? cardinal(match[1] ?? '', place.region) : spell(match[1] ?? '')
  return { end: place.at + match[0].length, spoken: `${spoken},`, kind: 'heading', certainty: 'likely' }
}

const romanWord = /[IVXLCDM]{1,9}/y
const romanBefore =
  /(?:phần|chương|mục|tiết|khóa|khoá|kỳ|kì|thứ|thế kỷ|thế kỉ|quý|quí|loại|hạng|bậc|cấp|vùng|khu vực|lần|giai đoạn|đại hội|phụ lục|tập|quyển|cụm|nhóm|đợt|vòng|bảng|trung ương|công an|quân khu|quân đoàn|đảng bộ|trung học|hệ|định mức|mẫu|biểu|số|và|đến|-|,|\/)\s?$/iu
const strictBefore =
  /(?:phần|chương|mục|khóa|khoá|kỳ|thứ|thế kỷ|quý|loại|hạng|bậc|cấp|vùng|khu vực|lần|đại hội|phụ lục|tập|nhóm|quân khu|bảng|quân đoàn|vòng|đợt|giai đoạn)\s?$/iu

/** H5: Roman numerals within a sentence: "khóa XII", "quý IV", "loại I". */
export function readRoman(place: Place): Finding | undefined {
  const match = matchAt(romanWord, place)
  const value = romanValue(match?.[0] ?? '')
  if (!match || value === undefined) return undefined
  const end = place.at + match[0].length
  if (!endsWord(place, end)) return undefined
  const before = textBefore(place)
  const sure = strictBefore.test(before)
  const clear =
    match[0].length >= 2 && !place.shouted && /^(?:X{0,3}(?:I[IVX]|VI{1,3}|V?I{2,3})|X{1,3}[IV]{0,4})$/.test(match[0])
  if (!sure && !clear && !(romanBefore.test(before) && /[IVX]/.test(match[0]) && match[0].length >= 2)) return undefined
  return { end, spoken: cardinal(String(value), place.region), kind: 'number', certainty: sure ? 'sure' : 'likely' }
}

const bullet = /[-+•●○▪■□◦‣·*–►➢❖✓✔➤→√◆♦]+(?=\s|\p{L}|\d|"|\()/uy

/** H6: bullets are seen, not heard. */
export function readBullet(place: Place): Finding | undefined {
  if (!place.startsLine) return undefined
  const match = matchAt(bullet, place)
  return match ? { end: place.at + match[0].length, spoken: '', kind: 'bullet', certainty: 'sure' } : undefined
}
