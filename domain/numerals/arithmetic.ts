import { finishAmount, type Measured, numberAt, numberSource, sayNumber, suffixAt, valueOf } from './amounts.ts'
import { writtenNumber } from './numbers.ts'
import type { Finding } from './finding.ts'
import { type Place, matchAt, textAfter, textBefore } from './place.ts'

const sum = new RegExp(String.raw`${numberSource}(?:\s?[+=]\s?${numberSource}){1,20}`, 'y')
const product = new RegExp(String.raw`${numberSource}(?:\s?[a-z]{0,2}\s?[x×*]\s?${numberSource}){1,6}`, 'y')
const signs: Readonly<Record<string, string>> = { '+': 'cộng', '=': 'bằng', x: 'nhân', '×': 'nhân', '*': 'nhân' }

/** N8, N9: "13+16+17", "4x5m". */
export function readArithmetic(place: Place): Finding | undefined {
  const match = matchAt(sum, place) ?? matchAt(product, place)
  if (!match) return undefined
  let at = place.at
  const words: string[] = []
  const end = place.at + match[0].length
  let last: Measured | undefined
  while (at < end) {
    const number = numberAt(place, at)
    if (!number) return undefined
    last = suffixAt(place, number.end)
    const sign =
      matchAt(/\s?([+=x×*])\s?(?=\d)/y, place, last?.end ?? number.end) ??
      matchAt(/\s?([+=x×*])\s?(?=\d)/y, place, number.end)
    words.push(sayNumber(number, place, last))
    if (!sign || number.end >= end) break
    if (last && sign.index === last.end) words.push(last.spoken)
    words.push(signs[sign[1] ?? ''] ?? '')
    at = sign.index + sign[0].length
  }
  return finishAmount(place, words.join(' '), end, last, true)
}

const fraction = /(\d{1,3}(?:\.\d{3}){1,3}|\d{1,5})\s?(\/|:)\s?(\d{1,3}(?:\.\d{3}){1,3}|\d{1,5})(?![\d/:]|[.,]\d)/y

/** N7: small parts of a whole are "phần", counts out of a total "trên". */
export function readFraction(place: Place): Finding | undefined {
  const match = matchAt(fraction, place)
  if (!match) return undefined
  // "1:500" is a scale; elsewhere a colon between numbers is not a ratio.
  if (match[2] === ':' && !/(?:tỷ lệ|tỉ lệ|tỷ lệ là)\s*$/iu.test(textBefore(place))) return undefined
  const [above, below] = [valueOf(match[1] ?? ''), match[2] === ':' ? Infinity : valueOf(match[3] ?? '')]
  const counted =
    /^ (?:tiêu chí|xã|phường|thôn|bản|buôn|làng|hộ|người|phiếu|đại biểu|chỉ tiêu|huyện|tỉnh|học sinh|em|cháu|điểm|trường|lớp|tổ|khu|ấp|đơn vị|thành viên|đồng chí|câu)/u
  const asPart = above < below && below <= 12 && !counted.test(textAfter(place, place.at + match[0].length))
  const end = place.at + match[0].length
  const link = asPart ? 'phần' : 'trên'
  const whole = asPart && below === 4 ? 'tư' : writtenNumber(match[3] ?? '', place.region)
  const spoken = `${writtenNumber(match[1] ?? '', place.region)} ${link} ${whole}`
  const suffix = suffixAt(place, end)
  return finishAmount(place, spoken, end, suffix, false)
}
