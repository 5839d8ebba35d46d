import type { NoticeValues } from './notice-template.ts'

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
const shortWeekdays = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function numbersOf(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

/** "thứ Bảy, ngày 28 tháng 11 năm 2026": as it is read aloud. */
export function spokenDay(day: string): string {
  const [year, month, date] = numbersOf(day)
  return `${weekdays[weekdayOf(day)]}, ngày ${date} tháng ${month} năm ${year}`
}

/** "ngày 28/11/2026": as it stands in a title, which is read aloud too. */
export function titleDay(day: string): string {
  const [year, month, date] = numbersOf(day)
  return `ngày ${date}/${month}/${year}`
}

/** "T7 28/11/2026": as it stands on a board or in a message. */
export function writtenDay(day: string): string {
  const [year, month, date] = numbersOf(day)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${shortWeekdays[weekdayOf(day)]} ${two(date)}/${two(month)}/${year}`
}

function spokenTime(time: string): string {
  const [hour, minute] = time.split(':').map(Number)
  return minute === 0 ? `${hour} giờ` : `${hour} giờ ${minute} phút`
}

function writtenTime(time: string): string {
  const [hour, minute] = time.split(':')
  return minute === '00' ? `${Number(hour)}h` : `${Number(hour)}h${minute}`
}

/** "từ 7 giờ 30 phút đến 11 giờ, thứ Bảy, ngày 28 tháng 11 năm 2026"; empty without a day. */
export function spokenHours({ day = '', untilDay = '', from = '', until = '' }: NoticeValues): string {
  const days = !day
    ? ''
    : untilDay && untilDay !== day
      ? `từ ${spokenDay(day)} đến hết ${spokenDay(untilDay)}`
      : spokenDay(day)
  const hours = !from ? '' : until ? `từ ${spokenTime(from)} đến ${spokenTime(until)}` : spokenTime(from)
  return [hours, days].filter(Boolean).join(', ')
}

/** "7h30-11h T7 28/11/2026". */
export function writtenHours({ day = '', untilDay = '', from = '', until = '' }: NoticeValues): string {
  const days = !day
    ? ''
    : untilDay && untilDay !== day
      ? `${writtenDay(day)} - ${writtenDay(untilDay)}`
      : writtenDay(day)
  const hours = !from ? '' : until ? `${writtenTime(from)}-${writtenTime(until)}` : writtenTime(from)
  return [hours, days].filter(Boolean).join(' ')
}
