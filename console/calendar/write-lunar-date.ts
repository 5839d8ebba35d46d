import type { Language } from '@nguon/contract/platform'
import type { LunarDay } from '@nguon/domain/calendar'

type LunarDate = Omit<LunarDay, 'day' | 'lunarYear'>

/** "12/10 âm lịch"; the first of a month and the full moon by their names, as people say them. */
export function writeLunarDate({ lunarDay, lunarMonth, leapMonth }: LunarDate, language: Language): string {
  const isVietnamese = language === 'vi'
  const month = leapMonth ? `${lunarMonth} ${isVietnamese ? 'nhuận' : 'leap'}` : String(lunarMonth)
  if (lunarDay === 1 && lunarMonth === 1 && !leapMonth) return isVietnamese ? 'Mùng một Tết' : 'Lunar New Year'
  if (lunarDay === 1) return isVietnamese ? `Mùng một tháng ${month}` : `New moon of lunar month ${month}`
  if (lunarDay === 15) return isVietnamese ? `Rằm tháng ${month}` : `Full moon of lunar month ${month}`
  return isVietnamese ? `${lunarDay}/${month} âm lịch` : `lunar ${lunarDay}/${month}`
}

/** The days of a lunar month that households keep: the first and the full moon. */
export function isMarked({ lunarDay }: LunarDate): boolean {
  return lunarDay === 1 || lunarDay === 15
}
