import { spell } from './letters.ts'
import {
  cardinal,
  type Certainty,
  digitByDigit,
  endsWord,
  type Finding,
  matchAt,
  type Place,
  textAfter,
  textBefore,
  writtenNumber,
} from '@nguon/domain/numerals'

const houseNumber = /\d{1,5}[A-ZĐa-d]?(?:\/\d{1,5}[A-ZĐa-d]?){1,5}(?![\d]|[.,]\d)/y
const houseBefore = /(?:số nhà|nhà số|ngõ|ngách|hẻm|kiệt|địa chỉ|tại số|nhà|số|SN|đ\/c|ĐC|trụ sở)\s*:?\s*$/iu
const streetAfter = /^,? (?:đường |phố )?\p{Lu}\p{Ll}/u

function say(part: string, place: Place): string {
  const digits = /^\d+/.exec(part)?.[0] ?? ''
  const letter = part.slice(digits.length)
  const number = digits.length > 4 ? digitByDigit(digits) : cardinal(digits, place.region)
  return letter ? `${number} ${spell(letter)}` : number
}

/** A1: after "số nhà", "ngõ", "hẻm" a fraction is a house number. */
export function readNamedHouseNumber(place: Place): Finding | undefined {
  return houseBefore.test(textBefore(place)) ? houseNumberAt(place, 'sure') : undefined
}

/** A1: "43/106 Nguyễn Trãi": a street follows. */
export function readHouseNumber(place: Place): Finding | undefined {
  return houseNumberAt(place, 'likely')
}

function houseNumberAt(place: Place, certainty: Certainty): Finding | undefined {
  const match = matchAt(houseNumber, place)
  if (!match) return undefined
  const end = place.at + match[0].length
  if (!endsWord(place, end)) return undefined
  const parts = match[0].split('/')
  const dateLike = parts.length === 2 && parts.every(part => /^\d{1,2}$/.test(part)) && Number(parts[1]) <= 12
  const asStreet = streetAfter.test(textAfter(place, end)) && !dateLike
  if (certainty === 'likely' && !asStreet && parts.length < 3) return undefined
  if (parts.length === 2 && /^[12]\d{3}$/.test(parts[1] ?? '')) return undefined
  const spoken = parts.map(part => say(part, place)).join(' xuyệt ')
  return { end, spoken, kind: 'address', certainty }
}

const latitude = String.raw`\d{1,2}[.,]\d{1,2}\s?(?:°|độ)?\s?[NSB]`
const longitude = String.raw`\d{1,3}[.,]\d{1,2}\s?(?:°|độ)?\s?[EWĐ]`
/** South and west are far away: alone such a letter is something else ("dầu 0.05S"). */
const geographic = new RegExp(
  String.raw`(?:${latitude}[\s,;]{1,3}${longitude}|\d{1,3}[.,]\d{1,2}\s?(?:°|độ)?\s?[NE](?:\s?-\s?\d{1,3}[.,]\d{1,2}\s?(?:°|độ)?\s?[NE])?)(?![\p{L}\d])`,
  'uy',
)
const oneDegree = /(\d{1,3}[.,]\d{1,2})\s?(?:°|độ)?\s?([NSEWBĐ])/gu
const degrees = /(\d{1,3})\s?°\s?(?:(\d{1,2})\s?')?\s?(?:(\d{1,2}(?:[.,]\d+)?)\s?(?:"|''))?\s?([NSEWB])?(?![\p{L}\d])/uy
const directions: Readonly<Record<string, string>> = {
  N: 'vĩ Bắc',
  B: 'vĩ Bắc',
  S: 'vĩ Nam',
  E: 'kinh Đông',
  Đ: 'kinh Đông',
  W: 'kinh Tây',
}

/** A2: coordinates: "15.5N 112.3E", "10°45'30\"N". */
export function readCoordinates(place: Place): Finding | undefined {
  const precise = matchAt(degrees, place)
  if (precise && (precise[2] ?? precise[4])) {
    const minute = precise[2] ? ` ${cardinal(precise[2], place.region)} phút` : ''
    const second = precise[3] ? ` ${writtenNumber(precise[3], place.region, 'phẩy')} giây` : ''
    const side = precise[4] ? ` ${directions[precise[4]]}` : ''
    const spoken = `${cardinal(precise[1] ?? '', place.region)} độ${minute}${second}${side}`
    return { end: place.at + precise[0].length, spoken, kind: 'coordinates', certainty: 'sure' }
  }
  const match = matchAt(geographic, place)
  if (!match) return undefined
  const spoken = Array.from(
    match[0].matchAll(oneDegree),
    ([, value = '', side = '']) => `${writtenNumber(value, place.region, 'phẩy')} độ ${directions[side]}`,
  )
  // From one parallel to another, or one point by its two figures.
  const isRange = match[0].includes('-') && /([NE])[^NE]*\1/.test(match[0])
  const joined = spoken.join(isRange ? ' đến ' : ', ')
  return { end: place.at + match[0].length, spoken: joined, kind: 'coordinates', certainty: 'sure' }
}
