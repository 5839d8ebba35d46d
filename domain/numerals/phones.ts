import { digitByDigit } from './numbers.ts'
import type { Finding } from './finding.ts'
import { type Place, endsWord, matchAt, textBefore } from './place.ts'

const mobile = /(?:\(?\+?84\)?|0)(?:[ .-]?\(?0\)?)?[ .-]?\d(?:[ .-]?\d){7,9}(?![\d]|[.,]\d|[ .-]\d)/y
const landline = /\(0\d{2,4}\)[ .-]?\d(?:[ .-]?\d){5,7}(?![\d]|[.,]\d)/y
const serviceNumber = /(1[89]00)[ .-]?(\d{2}(?:[ .-]?\d{1,4}){1,2}|[xX]{2,6}|\d{2,6})(?![\p{L}\d]|[.,]\d)/uy

function spokenGroups(written: string): string {
  const plus = written.includes('+') ? 'cộng ' : ''
  const groups = written.match(/\d+|[xX]+/g) ?? []
  const parted = groups.length > 1 ? groups : splitDigits(groups[0] ?? '')
  return (
    plus +
    parted.map(group => (/[xX]/.test(group) ? group.replace(/./g, 'ích xì ').trim() : digitByDigit(group))).join(', ')
  )
}

function splitDigits(digits: string): string[] {
  if (digits.length <= 4) return [digits]
  return [digits.slice(0, 4), ...(digits.slice(4).match(/\d{3}(?!\d$)|\d+/g) ?? [])]
}

const hotlineBefore =
  /(?:gọi|tổng đài|đường dây nóng|hotline|điện thoại|số máy|liên hệ|đầu số|cảnh sát|tố giác|tin báo|cứu hỏa|cứu hoả|cấp cứu|bấm|nhắn tin|SĐT|ĐT|phản ánh)[\s:,]*(?:ngay |đến |tới |qua |theo |cho |số |tổng đài |đường dây nóng |điện thoại |máy |[:,(] ?)*$/iu
const shortNumber = /\d{3,8}(?![\d/%]|[.,]\d|\s?(?:đ|đồng|người|hộ|triệu|nghìn|tỷ)(?!\p{L}))/uy
const nextShortNumber = /\s?(?:[,;/]|-|hoặc|và)\s?(?=[1-9]\d{2,7}(?!\d))/y

/** P1, P2: telephone numbers digit by digit, in the groups they are written in. */
export function readPhone(place: Place): Finding | undefined {
  const match = matchAt(landline, place) ?? matchAt(serviceNumber, place) ?? matchAt(mobile, place)
  if (match) {
    const end = place.at + match[0].length
    if (endsWord(place, end) && isPhone(match[0]))
      return { end, spoken: spokenGroups(match[0]), kind: 'phone', certainty: 'sure' }
  }
  return undefined
}

function isPhone(written: string): boolean {
  if (/^1[89]00/.test(written)) return true
  const digits = written.replace(/\D/g, '')
  const national =
    written.includes('+') || written.startsWith('84') || written.startsWith('(84')
      ? digits.replace(/^840?/, '0')
      : digits
  return national.startsWith('0') && national.length >= 9 && national.length <= 12
}

/** P3: "gọi 113", "tổng đài 1022": short numbers after words that call. */
export function readHotline(place: Place): Finding | undefined {
  const match = matchAt(shortNumber, place)
  if (!match || !hotlineBefore.test(textBefore(place))) return undefined
  let end = place.at + match[0].length
  if (!endsWord(place, end)) return undefined
  const numbers = [match[0]]
  for (let next = matchAt(nextShortNumber, place, end); next; next = matchAt(nextShortNumber, place, end)) {
    const start = end + next[0].length
    const number = /^\d+/.exec(place.text.slice(start, start + 8))?.[0] ?? ''
    if (/^ (?:hoặc|và)/.test(next[0])) break
    numbers.push(number)
    end = start + number.length
  }
  return { end, spoken: numbers.map(digitByDigit).join(', '), kind: 'phone', certainty: 'sure' }
}
