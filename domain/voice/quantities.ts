import { type Suffix, unitAfterSlash, unitAt } from './measures.ts'
import { currencyAt, magnitudeAt, shortPayee } from './money.ts'
import { cardinal, writtenNumber } from './numbers.ts'
import type { Finding, Place } from './place.ts'
import { matchAt, textAfter, textBefore } from './place.ts'
import type { ReadingKind } from './reading.ts'
import { isSyllable } from './syllable.ts'

const numberSource = String.raw`(?:\d{1,3}(?:\.\d{3}){1,6}(?:,\d+)?|\d{1,3}(?:,\d{3}){2,6}(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![.,]?\d)`
const numberPattern = new RegExp(numberSource, 'y')
const spacedThousands =
  /\d{1,3}(?: \d{3}){1,6}(?!\d| \d)(?=\s?(?:đ|đồng|VNĐ|VND|USD|m2|m3|ha|km2|kg|tấn|người|hộ|triệu)(?!\p{L}))/uy
const joint = /\s?(?:-|~|÷|→)\s?/y

type SuffixKind = Extract<ReadingKind, 'number' | 'measure' | 'money'>
interface Measured extends Suffix {
  readonly kind: SuffixKind
}

function suffixAt(place: Place, at: number): Measured | undefined {
  const percent = matchAt(/\s?([%‰])/y, place, at)
  if (percent)
    return {
      end: at + percent[0].length,
      spoken: percent[1] === '%' ? 'phần trăm' : 'phần nghìn',
      kind: 'measure',
    }
  const money = currencyAt(place, at, place.region) ?? magnitudeAt(place, at)
  if (money) return { ...money, kind: 'money' }
  const unit = unitAt(place, at)
  return unit && { ...unit, kind: 'measure' }
}

interface WrittenNumber {
  readonly written: string
  readonly end: number
  readonly suffix: Measured | undefined
}

function numberAt(place: Place, at: number): WrittenNumber | undefined {
  const match = matchAt(spacedThousands, place, at) ?? matchAt(numberPattern, place, at)
  if (!match) return undefined
  const end = at + match[0].length
  return { written: match[0], end, suffix: suffixAt(place, end) }
}

function say(number: WrittenNumber, place: Place, suffix = number.suffix): string {
  // "50,000đ" is money typed the English way, never fifty.
  const amount = suffix?.kind === 'money' && /^\d{1,3}(?:,\d{3})+$/.test(number.written)
  const written = amount ? number.written.replaceAll(',', '.') : number.written
  return writtenNumber(written, place.region, suffix ? 'phẩy' : 'chấm')
}

const perWord = /\/\s?(\p{L}+)(?![\p{L}\d])/uy

/** M4, M5: "/con", "/người/tháng", "/ha" after an amount: "một con", "trên héc ta". */
function perAt(place: Place, at: number, kind: SuffixKind): Suffix {
  let end = at
  let spoken = ''
  for (;;) {
    const unit = place.text[end] === '/' ? unitAfterSlash(place, end + 1) : undefined
    const word = matchAt(perWord, place, end)
    const written = word?.[1] ?? ''
    const link = kind === 'money' ? 'một' : 'trên'
    if (unit) {
      spoken += ` ${link} ${unit.spoken}`
      end = unit.end
    } else if (word && (isSyllable(written) || shortPayee(written))) {
      spoken += ` ${/^(?:giờ|giây)$/.test(written) ? link : 'một'} ${shortPayee(written) ?? written}`
      end += word[0].length
    } else return { end, spoken }
  }
}

function finish(place: Place, spoken: string, end: number, suffix: Measured | undefined, sure: boolean): Finding {
  if (!suffix) return { end, spoken, kind: 'number', certainty: sure ? 'sure' : 'likely' }
  const per = perAt(place, suffix.end, suffix.kind)
  return {
    end: per.end,
    spoken: `${spoken} ${suffix.spoken}${per.spoken}`,
    kind: suffix.kind,
    certainty: sure ? 'sure' : 'likely',
  }
}

const scoreBefore = /(?:tỷ số|tỉ số|thắng|thua|hòa|hoà)[^.\d]{0,20}$/iu
const levelBefore = /(?:^|[^\p{L}])(cấp|thứ|tuần|điều|khoản|lớp|khối|tổ|khu phố|thôn|ấp|số|quý|đợt|tầng)\s$/iu
const repeated = /^(?:cấp|thứ|điều|khoản|lớp|khối)$/iu

function value(written: string): number {
  return Number(written.replace(/\.(?=\d{3})/g, '').replace(',', '.'))
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
  const opening = say(first, place, first.suffix ?? second.suffix) + (sameSuffix ? ` ${first.suffix?.spoken}` : '')
  if (scoreBefore.test(before) && !second.suffix && !first.suffix)
    return { end: second.end, spoken: `${opening}, ${say(second, place)}`, kind: 'number', certainty: 'likely' }
  const spoken = `${opening} đến ${again}${say(second, place)}`
  return finish(place, spoken, second.end, second.suffix, value(first.written) < value(second.written))
}

const several = new RegExp(String.raw`\d{1,4}(?:\s?-\s?\d{1,4}){2,20}(?![\d/]|[.,]\d)`, 'y')

/** N6: three and more numbers with dashes are a list. */
function readList(place: Place): Finding | undefined {
  const match = matchAt(several, place)
  if (!match) return undefined
  const numbers = match[0].match(/\d+/g) ?? []
  const spoken = numbers.map(number => writtenNumber(number, place.region)).join(', ')
  return { end: place.at + match[0].length, spoken, kind: 'number', certainty: 'likely' }
}

const sum = new RegExp(String.raw`${numberSource}(?:\s?[+=]\s?${numberSource}){1,20}`, 'y')
const product = new RegExp(String.raw`${numberSource}(?:\s?[a-z]{0,2}\s?[x×*]\s?${numberSource}){1,6}`, 'y')
const signs: Readonly<Record<string, string>> = { '+': 'cộng', '=': 'bằng', x: 'nhân', '×': 'nhân', '*': 'nhân' }

/** N8, N9: "13+16+17", "4x5m". */
function readArithmetic(place: Place): Finding | undefined {
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
    words.push(say(number, place, last))
    if (!sign || number.end >= end) break
    if (last && sign.index === last.end) words.push(last.spoken)
    words.push(signs[sign[1] ?? ''] ?? '')
    at = sign.index + sign[0].length
  }
  return finish(place, words.join(' '), end, last, true)
}

const fraction = /(\d{1,4})\s?\/\s?(\d{1,4})(?![\d/]|[.,]\d)/y

/** N7: small parts of a whole are "phần", counts out of a total "trên". */
function readFraction(place: Place): Finding | undefined {
  const match = matchAt(fraction, place)
  if (!match) return undefined
  const [above, below] = [Number(match[1]), Number(match[2])]
  const counted =
    /^ (?:tiêu chí|xã|phường|thôn|bản|buôn|làng|hộ|người|phiếu|đại biểu|chỉ tiêu|huyện|tỉnh|học sinh|em|cháu|điểm|trường|lớp|tổ|khu|ấp|đơn vị|thành viên|đồng chí|câu)/u
  const asPart = above < below && below <= 12 && !counted.test(textAfter(place, place.at + match[0].length))
  const end = place.at + match[0].length
  const link = asPart ? 'phần' : 'trên'
  const whole = asPart && below === 4 ? 'tư' : cardinal(match[2] ?? '', place.region)
  const spoken = `${cardinal(match[1] ?? '', place.region)} ${link} ${whole}`
  const suffix = suffixAt(place, end)
  return finish(place, spoken, end, suffix, false)
}

const shortMillions = /(\d{1,4})(tr|triệu|tỷ)(\d)(?![\p{L}\d])/uy

/** M3: "1tr2" is one million two hundred thousand. */
function readShortMillions(place: Place): Finding | undefined {
  const match = matchAt(shortMillions, place)
  if (!match) return undefined
  const [scale, part] = match[2] === 'tỷ' ? ['tỷ', 'triệu'] : ['triệu', place.region === 'south' ? 'ngàn' : 'nghìn']
  const spoken = `${cardinal(match[1] ?? '')} ${scale} ${cardinal(match[3] ?? '')} trăm ${part}`
  return { end: place.at + match[0].length, spoken, kind: 'money', certainty: 'likely' }
}

/** Numbers with what belongs to them; what is not a plain quantity is left to other rules. */
export function readQuantity(place: Place): Finding | undefined {
  const special = readShortMillions(place) ?? readArithmetic(place) ?? readFraction(place) ?? readList(place)
  if (special) return special
  const first = numberAt(place, place.at)
  if (!first) return undefined
  const range = readRange(place, first)
  if (range) return range
  const end = first.suffix?.end ?? first.end
  if (!first.suffix && /^\p{L}/u.test(place.text.slice(end, end + 2))) return undefined
  return finish(place, say(first, place), first.end, first.suffix, true)
}

/** N4: a minus stands before a number, not between two, and is no bullet. */
export function readNegative(place: Place): Finding | undefined {
  if (place.text[place.at] !== '-' && place.text[place.at] !== '−') return undefined
  const before = place.text[place.at - 1]
  if (before !== undefined && !/[\s(:,;]/.test(before)) return undefined
  const number = numberAt(place, place.at + 1)
  if (!number || (place.startsLine && !number.suffix?.spoken.startsWith('độ'))) return undefined
  const finding = finish(place, say(number, place), number.end, number.suffix, true)
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
