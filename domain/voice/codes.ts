import { settledAbbreviation } from './abbreviations.ts'
import { spell } from './letters.ts'
import {
  cardinal,
  digitByDigit,
  endsWord,
  type Finding,
  matchAt,
  type Place,
  romanValue,
  textAfter,
  textBefore,
  writtenNumber,
} from '@nguon/domain/numerals'

const identityBefore =
  /(?:mã|mã số|mã hồ sơ|mã thẻ|tài khoản|STK|TK|TKCK|CCCD|CMND|CMT|MST|căn cước công dân|căn cước|chứng minh nhân dân|mã số thuế|hộ chiếu|số thẻ|số hiệu|seri|sê ri|serial|biển số|biển kiểm soát|GPLX|BHYT|BHXH|mã số định danh|định danh cá nhân|OTP|mã xác nhận)(?: số)?\s*:?\s*$/iu
const codeBefore = /(?:mã|mã số|mã hồ sơ|số hiệu|seri|sê ri|OTP|mã xác nhận|mật khẩu|STK|tài khoản)(?: số)?\s*:?\s*$/iu
const identity = /\d{4,20}(?:[ .-]\d{2,20}){0,6}(?![\d]|[.,]\d)/y
/** Cards and accounts are written in fours. */
const fours = /\d{4}(?: \d{4}){1,4}(?: \d{1,4})(?![\d]|[.,]\d)/y
const longDigits = /\d{7,}(?![.,]\d)/y

/** N10: identity, account and tax numbers, and any run of seven digits and more, digit by digit. */
export function readIdentityNumber(place: Place): Finding | undefined {
  const before = textBefore(place)
  const candidate = identityBefore.test(before) ? matchAt(identity, place) : null
  // "Luật Căn cước 2023" names a year.
  const named = candidate && (candidate[0].length > 5 || codeBefore.test(before)) ? candidate : null
  const match = named ?? matchAt(fours, place) ?? matchAt(longDigits, place)
  if (!match) return undefined
  const end = place.at + match[0].length
  if (!endsWord(place, end)) return undefined
  const groups = match[0].match(/\d+/g) ?? []
  const parted = groups.length > 1 ? groups : (match[0].match(/\d{3}(?=\d{2})|\d+/g) ?? [])
  return { end, spoken: parted.map(digitByDigit).join(', '), kind: 'code', certainty: named ? 'sure' : 'likely' }
}

const plate =
  /\d{2}[A-ZĐ]{1,2}\d?\s?-\s?(?:\d{3}\.?\d{2}|\d{4,5})(?![\p{L}\d])|\d{2}\s?-\s?[A-ZĐ]{1,2}\d?\s(?:\d{3}\.?\d{2}|\d{4,5})(?![\p{L}\d])/uy

/** K2: vehicle plates, sign by sign. */
export function readPlate(place: Place): Finding | undefined {
  const match = matchAt(plate, place)
  if (!match) return undefined
  const [head = '', tail = ''] = match[0].split(/\s?-\s?(?=\d)|\s(?=\d{3})/)
  return {
    end: place.at + match[0].length,
    spoken: `${spell(head)}, ${spell(tail)}`,
    kind: 'code',
    certainty: 'likely',
  }
}

const road =
  /(QL|TL|ĐT|DT|HL|ĐH|ĐX|CT|AH|Km|km|KM)\.?\s?((?!0\d)\d{1,4})([A-Z])?(?:\s?\+\s?(\d{1,3}))?(?![\p{L}\d]|[ .]\d)/uy
const roadNames: Readonly<Record<string, string>> = {
  QL: 'quốc lộ',
  TL: 'tỉnh lộ',
  ĐT: 'đường tỉnh',
  DT: 'đường tỉnh',
  HL: 'hương lộ',
  ĐH: 'đường huyện',
  ĐX: 'đường xã',
  CT: 'cao tốc',
  AH: 'a hát',
  km: 'ki lô mét',
}

/** K3: "QL14", "ĐT.741", "Km 25+300". */
export function readRoad(place: Place): Finding | undefined {
  const match = matchAt(road, place)
  const name = roadNames[match?.[1] ?? ''] ?? roadNames[(match?.[1] ?? '').toLowerCase()]
  if (!match || !name) return undefined
  const letter = match[3] ? ` ${spell(match[3])}` : ''
  const metres = match[4] ? ` cộng ${cardinal(match[4], place.region)}` : ''
  // "vụ ĐX 2026": winter and spring, no road.
  if (match[1] === 'ĐX' && /(?:vụ|lúa)\s$/iu.test(textBefore(place))) return undefined
  if (match[1] === 'CT' && !/^CT\.?\d/.test(match[0])) return undefined
  // "đường ĐH.07" says its first word once.
  const said = /(?:^|[^\p{L}])đường\s$/iu.test(textBefore(place)) ? name.replace(/^đường /, '') : name
  const spoken = `${said} ${cardinal(match[2] ?? '', place.region)}${letter}${metres}`
  return { end: place.at + match[0].length, spoken, kind: 'code', certainty: 'sure' }
}

const mixed = /[\p{L}\d]{1,40}(?:[.,-][\p{L}\d]{1,40}){0,4}/uy
const piece = /\d+(?:[.,]\d+)?|\p{L}+/gu
const shortDay = /^T([2-7])$/
const dayBefore = /(?:trừ|nghỉ|sáng|trưa|chiều|tối|đêm|ngày|thứ|từ|đến|và|,|-|\()\s?$/iu

const dayAfter = /^,? ?\(?(?:ngày |\d{1,2}\/\d)/u

const expressway = /CT\.\s?(\d{2})(?![\p{L}\d])/uy

/** K3: "CT.02" is an expressway by its sign. */
export function readExpressway(place: Place): Finding | undefined {
  const match = matchAt(expressway, place)
  if (!match) return undefined
  return {
    end: place.at + match[0].length,
    spoken: `cao tốc ${digitByDigit(match[1] ?? '')}`,
    kind: 'code',
    certainty: 'likely',
  }
}

const age = /^(\d{1,3})[tT]$/

/** K1: signs of letters and digits: "3G", "A1", "H5N1", "12A", "TD18". */
export function readCode(place: Place): Finding | undefined {
  const match = matchAt(mixed, place)
  if (!match) return undefined
  const written = /^(?:\p{L}+\d[\p{L}\d.-]*|\d+\p{L}[\p{L}\d.-]*|\p{L}{1,4}-\d[\p{L}\d.-]*|\d+[.,]\d+\p{L}+)/u
    .exec(match[0])?.[0]
    .replace(/[.-]+$/, '')
  if (written === undefined) return undefined
  const end = place.at + written.length
  if (!endsWord(place, end)) return undefined
  const day = shortDay.exec(written)
  if (day && (dayBefore.test(textBefore(place)) || dayAfter.test(textAfter(place, end))))
    return { end, spoken: `thứ ${day[1] === '4' ? 'tư' : cardinal(day[1] ?? '')}`, kind: 'date', certainty: 'likely' }
  const settled = settledAbbreviation(written)
  if (settled !== undefined) return { end, spoken: settled, kind: 'abbreviation', certainty: 'sure' }
  const years = /[(,]\s?$/.test(textBefore(place)) ? age.exec(written) : null
  if (years)
    return { end, spoken: `${cardinal(years[1] ?? '', place.region)} tuổi`, kind: 'measure', certainty: 'likely' }
  const pieces = written.match(piece) ?? []
  const letters = pieces.filter(part => !/\d/.test(part))
  const known = letters.every(
    part => part.length <= 2 || settledAbbreviation(part) !== undefined || romanValue(part) !== undefined,
  )
  const spoken = pieces.map(part => sayPiece(part, place)).join(' ')
  return { end, spoken, kind: 'code', certainty: known ? 'likely' : 'unknown' }
}

function sayPiece(part: string, place: Place): string {
  if (/\d/.test(part))
    return part.length <= 3 || /[.,]/.test(part) ? writtenNumber(part, place.region) : digitByDigit(part)
  const roman = part.length > 1 ? romanValue(part) : undefined
  if (roman) return cardinal(String(roman), place.region)
  return (part.length > 1 ? settledAbbreviation(part) : undefined) ?? spell(part)
}
