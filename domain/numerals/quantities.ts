import { finishAmount, type Measured, numberAt, sayNumber, valueOf, type WrittenNumber } from './amounts.ts'
import { readArithmetic, readFraction } from './arithmetic.ts'
import { readShortMillions } from './money.ts'
import { readDashedList, readListed, readNumbered } from './number-lists.ts'
import { writtenNumber } from './numbers.ts'
import type { Finding } from './finding.ts'
import { type Place, matchAt, textAfter, textBefore } from './place.ts'

const joint = /\s?(?:-|~|÷|→)\s?/y

const scoreBefore = /(?:tỷ số|tỉ số|thắng|thua|hòa|hoà)[^.\d]{0,20}$/iu
const levelBefore = /(?:^|[^\p{L}])(cấp|thứ|tuần|điều|khoản|lớp|khối|tổ|khu phố|thôn|ấp|số|quý|đợt|tầng)\s$/iu
const repeated = /^(?:cấp|thứ|điều|khoản|lớp|khối)$/iu

/** "500g-1kg" is a range, "380V-50Hz" two measures. */
function sameKind(first: Measured | undefined, second: Measured | undefined): boolean {
  if (!first || !second || first.kind !== second.kind || first.kind === 'money') return true
  return first.spoken.split(' ').at(-1) === second.spoken.split(' ').at(-1)
}

/** N5: "2-3 tháng", "15–25%", "cấp 8-9", "20mm-40mm". */
function readRange(place: Place, first: WrittenNumber): Finding | undefined {
  const firstEnd = first.suffix?.end ?? first.end
  const dash = matchAt(joint, place, firstEnd)
  const second = dash && numberAt(place, firstEnd + dash[0].length)
  if (!second || /^[-/]\d/.test(textAfter(place, second.end))) return undefined
  const before = textBefore(place)
  const level = levelBefore.exec(before)?.[1] ?? ''
  const again = repeated.test(level) && !second.suffix ? `${level.toLowerCase()} ` : ''
  const sameSuffix = first.suffix && first.suffix.spoken !== second.suffix?.spoken
  const opening =
    sayNumber(first, place, first.suffix ?? second.suffix) + (sameSuffix ? ` ${first.suffix?.spoken}` : '')
  if (scoreBefore.test(before) && !second.suffix && !first.suffix)
    return { end: second.end, spoken: `${opening}, ${sayNumber(second, place)}`, kind: 'number', certainty: 'likely' }
  const link = sameKind(first.suffix, second.suffix) ? ' đến' : ','
  const spoken = `${opening}${link} ${again}${sayNumber(second, place)}`
  return finishAmount(place, spoken, second.end, second.suffix, valueOf(first.written) < valueOf(second.written))
}

/** Numbers with what belongs to them; what is not a plain quantity is left to other rules. */
export function readQuantity(place: Place): Finding | undefined {
  const special =
    readNumbered(place) ??
    readListed(place) ??
    readShortMillions(place) ??
    readArithmetic(place) ??
    readFraction(place) ??
    readDashedList(place)
  if (special) return special
  const first = numberAt(place, place.at)
  if (!first) return undefined
  const range = readRange(place, first)
  if (range) return range
  const end = first.suffix?.end ?? first.end
  if (!first.suffix && /^\p{L}/u.test(place.text.slice(end, end + 2))) return undefined
  return finishAmount(place, sayNumber(first, place), first.end, first.suffix, true)
}

/** N4: a minus stands before a number, not between two, and is no bullet. */
export function readNegative(place: Place): Finding | undefined {
  if (place.text[place.at] !== '-' && place.text[place.at] !== '−') return undefined
  const before = place.text[place.at - 1]
  if (before !== undefined && !/[\s(:,;]/.test(before)) return undefined
  const number = numberAt(place, place.at + 1)
  if (!number || (place.startsLine && !number.suffix?.spoken.startsWith('độ'))) return undefined
  const finding = finishAmount(place, sayNumber(number, place), number.end, number.suffix, true)
  return { ...finding, spoken: `âm ${finding.spoken}` }
}

const foreignAmount = /(US\$|\$|€|£)\s?(?=\d)/y

/** M3: "$50" says its currency after the amount. */
export function readLeadingCurrency(place: Place): Finding | undefined {
  const sign = matchAt(foreignAmount, place)
  const number = sign && numberAt(place, place.at + sign[0].length)
  if (!sign || !number) return undefined
  const scale = /^\s?(triệu|tỷ|nghìn|ngàn)(?!\p{L})/u.exec(textAfter(place, number.end))
  const names: Readonly<Record<string, string>> = { '€': 'ơ rô', '£': 'bảng Anh' }
  const name = names[sign[1] ?? ''] ?? 'đô la Mỹ'
  const spoken = [writtenNumber(number.written, place.region, 'phẩy'), scale?.[1], name].filter(Boolean).join(' ')
  return { end: number.end + (scale?.[0].length ?? 0), spoken, kind: 'money', certainty: 'sure' }
}
