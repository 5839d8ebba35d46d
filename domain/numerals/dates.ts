import { cardinal, dayOfMonth, monthName, ordinal, romanValue, type Region } from './numbers.ts'
import type { Finding, Certainty } from './finding.ts'
import { type Place, matchAt, textAfter, textBefore } from './place.ts'

interface WrittenDate {
  readonly day?: number
  readonly month: number
  readonly year?: string
}

function isDay(day: number, month: number): boolean {
  return day >= 1 && month >= 1 && month <= 12 && day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

function fullYear(year: string, place: Place): string {
  if (year.length === 4) return year
  return Number(year) <= place.latestShortYear ? `20${year}` : `19${year}`
}

function spokenDate(date: WrittenDate, region: Region): string {
  const parts = [`tháng ${monthName(date.month, region)}`]
  if (date.day !== undefined) parts.unshift(dayOfMonth(date.day, region))
  if (date.year !== undefined) parts.push(`năm ${cardinal(date.year, region)}`)
  return parts.join(' ')
}

const saysDay = /(?:^|[^\p{L}])(?:ngày|hôm|mùng|mồng|rằm|ngày rằm)\s*$/iu
const saysMonth = /(?:^|[^\p{L}])tháng\s*$/iu
const saysQuarter = /(?:^|[^\p{L}])quý\s*$/iu

/** Streets and schools that bear a day. */
const namedAfterDay = /(?:đường|phố|công viên|quảng trường|trường|cầu|xí nghiệp|công ty|nông trường|chợ)\s$/iu

/** The day with its "ngày", unless the text says it already. */
function withDay(spoken: string, before: string): string {
  if (/(?:mùng|mồng)\s*$/iu.test(before)) return spoken.replace(/^mùng /, '')
  return saysDay.test(before) || namedAfterDay.test(before) ? spoken : `ngày ${spoken}`
}

const numericDate = String.raw`(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|[.,]\d)`
const fullDate = new RegExp(numericDate, 'y')
const isoDate = /(\d{4})-(\d{2})-(\d{2})(?![\d-])/y
const dateRange = /\s?-\s?(?:ngày )?(?=\d{1,2}[/.]\d{1,2})/y

function parseFull(place: Place, at: number): { readonly date: WrittenDate; readonly end: number } | undefined {
  const iso = matchAt(isoDate, place, at)
  if (iso && isDay(Number(iso[3]), Number(iso[2])))
    return { date: { day: Number(iso[3]), month: Number(iso[2]), year: iso[1] ?? '' }, end: at + iso[0].length }
  const match = matchAt(fullDate, place, at)
  if (!match || !isDay(Number(match[1]), Number(match[3]))) return undefined
  if (match[4]?.length === 2 && match[2] !== '/') return undefined
  const year = fullYear(match[4] ?? '', place)
  return { date: { day: Number(match[1]), month: Number(match[3]), year }, end: at + match[0].length }
}

const dashedDay = /(\d{1,2})[-.](\d{1,2})(?![\d/-]|[.,]\d|\s?tháng|\s?%)/y
const dayAndMonth = /(\d{1,2})\/(\d{1,2})(?![\d/]|[.,]\d)/y

function parseDay(place: Place, at: number): { readonly date: WrittenDate; readonly end: number } | undefined {
  const full = parseFull(place, at)
  if (full) return full
  const dashed = at === place.at && saysDay.test(textBefore(place)) ? matchAt(dashedDay, place) : null
  const match = matchAt(dayAndMonth, place, at) ?? dashed
  if (!match || !isDay(Number(match[1]), Number(match[2]))) return undefined
  return { date: { day: Number(match[1]), month: Number(match[2]) }, end: at + match[0].length }
}

/** D1, D6: a full date, or the first of a range of dates. */
function readFullDate(place: Place): Finding | undefined {
  const first = parseFull(place, place.at)
  if (!first) return undefined
  return finishRange(place, first, 'sure')
}

function finishRange(
  place: Place,
  first: { readonly date: WrittenDate; readonly end: number },
  certainty: Certainty,
): Finding {
  const spoken = withDay(spokenDate(first.date, place.region), textBefore(place))
  const dash = matchAt(dateRange, place, first.end)
  const second = dash && parseDay(place, first.end + dash[0].length)
  if (!second) return { end: first.end, spoken, kind: 'date', certainty }
  const until = `đến ngày ${spokenDate(second.date, place.region)}`
  return { end: second.end, spoken: `${spoken} ${until}`, kind: 'date', certainty }
}

const severalDays = /(\d{1,2})((?:\s?[-,;&]\s?\d{1,2}){1,6})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/y

/** D7: "15-17/9", "13, 14/5/2024": several days of one month. */
function readSeveralDays(place: Place): Finding | undefined {
  const match = matchAt(severalDays, place)
  if (!match) return undefined
  if (/thứ\s$/iu.test(textBefore(place))) return undefined
  const days = [match[1] ?? '', ...(match[2]?.match(/\d+/g) ?? [])].map(Number)
  const month = Number(match[3])
  if (!days.every((day, index) => isDay(day, month) && day > (days[index - 1] ?? 0))) return undefined
  // "2,5/4" is a mark out of four unless a day is spoken of.
  if (/,\d/.test(match[2] ?? '') && !dayContext.test(textBefore(place))) return undefined
  const names = days.map(day => dayOfMonth(day, place.region))
  const joined = /^\s?-/.test(match[2] ?? '') ? names.join(' đến ngày ') : names.join(', ')
  const year = match[4] ? ` năm ${cardinal(match[4], place.region)}` : ''
  const spoken = withDay(`${joined} tháng ${monthName(month, place.region)}${year}`, textBefore(place))
  return { end: place.at + match[0].length, spoken, kind: 'date', certainty: 'sure' }
}

const monthAndYear = /(?:(\d{1,2})\s?-\s?)?(\d{1,2}|[IV]{1,3})\s?[/-]\s?([12]\d{3})(?![\d/]|[.,]\d)/y
const citesBefore =
  /(?:nghị định|thông tư|quyết định|nghị quyết|luật|chỉ thị|công văn|kế hoạch|hướng dẫn|pháp lệnh|thông báo|số)(?: số)?:?\s*$/iu

/** D4: "9/2023", "tháng 9/2023", "quý I/2024", "tháng 1-3/2024". */
function readMonthAndYear(place: Place): Finding | undefined {
  const match = matchAt(monthAndYear, place)
  if (!match) return undefined
  const before = textBefore(place)
  const end = place.at + match[0].length
  const year = `năm ${cardinal(match[3] ?? '', place.region)}`
  if (saysQuarter.test(before)) {
    const quarter = romanValue(match[2] ?? '') ?? Number(match[2])
    if (quarter < 1 || quarter > 4) return undefined
    const first = match[1] ? `${cardinal(match[1])} đến quý ` : ''
    return {
      end,
      spoken: `${first}${cardinal(String(quarter), place.region)} ${year}`,
      kind: 'date',
      certainty: 'sure',
    }
  }
  const month = Number(match[2])
  if (!(month >= 1 && month <= 12) || citesBefore.test(before)) return undefined
  const first = match[1] ? `${monthName(Number(match[1]), place.region)} đến tháng ` : ''
  const lead = saysMonth.test(before) ? '' : 'tháng '
  const spoken = `${lead}${first}${monthName(month, place.region)} ${year}`
  return { end, spoken, kind: 'date', certainty: lead ? 'likely' : 'sure' }
}

const dayContext =
  /(?:ngày|hôm|sáng|trưa|chiều|tối|đêm|khuya|trước|sau|đến|từ|hết|hạn|dịp|lễ|tết|nghỉ|kỷ niệm|chào mừng|rằm|mùng|thứ \S{1,4}|chủ nhật|đến hết|vào|và|qua|nay|mai|kể từ|định kỳ)[\s,(]*$/iu
const countedAfter =
  /^ (?:tiêu chí|xã|phường|thôn|bản|buôn|làng|hộ|người|phiếu|đại biểu|chỉ tiêu|huyện|tỉnh|học sinh|em|cháu|điểm|nhiệm vụ|dự án|trường|lớp|tổ|khu|ấp|cơ sở|đơn vị|ca|thành viên|nội dung|đồng chí|ủy viên|hồ sơ|giờ|lượt|câu|ngày(?=[.,;]|$))/iu
const partAfter =
  /^ (?:diện tích|dân số|số|tổng|chiều|quãng|lượng|thời gian|sản lượng|ha|kg|lít|cốc|thìa|muỗng|viên|ngày công|quân số|giá|tiền|mức|cả|trong tổng)/iu
const partBefore =
  /(?:khoảng|hơn|gần|chiếm|bằng|còn|trên|tới|giảm|tăng|được|mất|ít nhất|tối thiểu|quá|đạt|uống|bón|pha)\s*$/iu
const holidays = new Set(
  '1/1 9/1 3/2 27/2 8/3 26/3 30/4 1/5 7/5 15/5 19/5 1/6 5/6 21/6 28/6 26/6 27/7 28/7 19/8 2/9 10/10 13/10 14/10 15/10 20/10 9/11 18/11 20/11 1/12 22/12 10/3 24/12 25/12'.split(
    ' ',
  ),
)

/** D2, D3: day and month only, when the surroundings do not say that it is a part or a count. */
function readDayAndMonth(place: Place): Finding | undefined {
  const parsed = parseDay(place, place.at)
  if (!parsed) return undefined
  const written = place.text.slice(place.at, parsed.end)
  const { day = 0, month } = parsed.date
  const before = textBefore(place)
  const after = textAfter(place, parsed.end)
  const certain = dayContext.test(before) || /^\s?\(?(?:âm lịch|ÂL|dương lịch|DL|hằng năm|hàng năm)/iu.test(after)
  if (!certain) {
    if (countedAfter.test(after) || partAfter.test(after) || partBefore.test(before)) return undefined
    const holiday = holidays.has(`${day}/${month}`)
    const small = day < month && month <= 10 && !written.startsWith('0')
    if (!holiday && (small || written === '24/7')) return undefined
  } else if (/(?:trước|sau|đến|từ|qua|và|vào)\s*$/iu.test(before) && countedAfter.test(after)) return undefined
  return finishRange(place, parsed, certain ? 'sure' : 'likely')
}

const yearRange = /([12]\d{3})\s?-\s?([12]\d{3})(?![\d/]|[.,]\d)/y
const schoolYear = /(?:năm học|niên khóa|niên khoá|niên vụ|vụ|mùa giải)(?: \p{L}+){0,3}\s*$/iu

/** D5: "giai đoạn 2021-2025" goes from year to year, "năm học 2026-2027" names two. */
function readYearRange(place: Place): Finding | undefined {
  const match = matchAt(yearRange, place)
  if (!match || Number(match[1]) >= Number(match[2])) return undefined
  const joint = schoolYear.test(textBefore(place)) ? ',' : ' đến'
  const spoken = `${cardinal(match[1] ?? '', place.region)}${joint} ${cardinal(match[2] ?? '', place.region)}`
  return { end: place.at + match[0].length, spoken, kind: 'date', certainty: 'sure' }
}

const plainNumber = /(\d{1,2}|[IVX]{1,4})(?![\d]|[.,/]\d|\p{L})/uy

/** D8, D9: the number after "ngày", "tháng" and "thứ": mùng, tư, nhất. */
function readNamedDay(place: Place): Finding | undefined {
  const match = matchAt(plainNumber, place)
  if (!match) return undefined
  const before = textBefore(place)
  const end = place.at + match[0].length
  const digits = match[1] ?? ''
  const finding = (spoken: string): Finding => ({ end, spoken, kind: 'date', certainty: 'sure' })
  if (/(?:^|[^\p{L}])(?:thứ|lần thứ)\s$/iu.test(before) && /^\d/.test(digits))
    return finding(ordinal(digits, place.region))
  const value = Number(digits)
  if (/(?:^|[^\p{L}\d] ?)tháng\s$/iu.test(before) && value >= 1 && value <= 12)
    return finding(monthName(value, place.region))
  const isOneDay = /(?:^|[^\p{L}])(?:ngày)\s$/iu.test(before) && !/\d\s*ngày\s$/u.test(before)
  if (isOneDay && value >= 1 && value <= 31) {
    const nextIsMonth = /^(?:\s?(?:,|và|-|đến(?: ngày)?)\s?\d{1,2})*\s*tháng/iu.test(textAfter(place, end))
    if (nextIsMonth || digits.startsWith('0')) return finding(dayOfMonth(value, place.region))
  }
  return undefined
}

/** D4 where the quarter is a Roman numeral: "quý I/2024". */
export function readRomanQuarter(place: Place): Finding | undefined {
  return saysQuarter.test(textBefore(place)) ? readMonthAndYear(place) : undefined
}

const recognisers = [readFullDate, readSeveralDays, readMonthAndYear, readYearRange, readDayAndMonth, readNamedDay]

export function readDate(place: Place): Finding | undefined {
  for (const recognise of recognisers) {
    const finding = recognise(place)
    if (finding) return finding
  }
  return undefined
}
