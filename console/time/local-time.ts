import type { Language } from '@nguon/contract/platform'
import { type Day, dayNumber, type Instant, instantToLocal, localToInstant, weekdayOf } from '@nguon/domain/platform'

/** Everything on the screens is in the time of Vietnam, wherever the screen is. */
export const zone = 'Asia/Ho_Chi_Minh'

export function localDay(at: Instant): Day {
  return instantToLocal(at, zone).day
}

/** The first instant of a day. */
export function startOfDay(day: Day): Instant {
  return localToInstant(day, '00:00' as never, zone)
}

/** `dd/MM/yyyy`. */
export function writeDay(day: Day): string {
  return day.split('-').toReversed().join('/')
}

/** `HH:mm`. */
export function writeTime(at: Instant): string {
  return instantToLocal(at, zone).timeOfDay.slice(0, 5)
}

/** `HH:mm dd/MM/yyyy`. */
export function writeInstant(at: Instant): string {
  return `${writeTime(at)} ${writeDay(localDay(at))}`
}

const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** "thứ Hai". */
export function writeWeekday(day: Day, language: Language): string {
  return weekdays[language][weekdayOf(day) - 1] ?? ''
}

/** "hôm nay", "hôm qua", "ngày mai", else `dd/MM/yyyy`. */
export function writeNearDay(day: Day, today: Day, language: Language): string {
  const near = {
    vi: { '-1': 'hôm qua', '0': 'hôm nay', '1': 'ngày mai' },
    en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
  } as const
  const distance = String(dayNumber(day) - dayNumber(today))
  return near[language][distance as '0'] ?? writeDay(day)
}

/** "05:00 hôm nay", "16:20 20/11/2026". */
export function writeNear(at: Instant, now: Instant, language: Language): string {
  return `${writeTime(at)} ${writeNearDay(localDay(at), localDay(now), language)}`
}

/** How long ago, by its largest unit: "3 phút trước", "2 ngày trước". */
export function writeAge(at: Instant, now: Instant, language: Language): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000))
  const [count, unit] =
    minutes < 60
      ? [minutes, { vi: 'phút', en: 'min' }]
      : minutes < 48 * 60
        ? [Math.floor(minutes / 60), { vi: 'giờ', en: 'h' }]
        : [Math.floor(minutes / 1440), { vi: 'ngày', en: 'days' }]
  if (count === 0) return language === 'vi' ? 'vừa xong' : 'just now'
  return language === 'vi' ? `${count} ${unit.vi} trước` : `${count} ${unit.en} ago`
}

/** "14 phút 20 giây". */
export function writeSeconds(seconds: number, language: Language): string {
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const units = language === 'vi' ? ['giờ', 'phút', 'giây'] : ['h', 'min', 's']
  const parts = [hours, minutes, rest].map((value, index) => (value > 0 ? `${value} ${units[index]}` : ''))
  return parts.filter(Boolean).join(' ') || `0 ${units[2]}`
}

/** "1:05", for a player. */
export function writeClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** "6.300" in Vietnamese, "6,300" in English. */
export function writeNumber(value: number, language: Language): string {
  return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })
}
