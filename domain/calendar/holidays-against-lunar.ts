import type { LunarDay, OffDays } from './calendar-day.ts'
import { writeDayCell } from './read-day-cell.ts'
import type { YearFault } from './year-fault.ts'

/**
 * Holidays that the law sets by the lunar date: New Year's Day and the commemoration of the Hùng Kings on 10/3
 * (Labour Code 2019, art. 112). Where both tables are approved they have to agree, so that one computed for another meridian
 * or mistyped by a day is found when it is entered.
 */
const lunarHolidays = [
  { lunarDay: 1, lunarMonth: 1 },
  { lunarDay: 10, lunarMonth: 3 },
]

export function holidaysAgainstLunar(lunarDays: readonly LunarDay[], offDays: readonly OffDays[]): YearFault[] {
  if (offDays.length === 0) return []
  return lunarHolidays.flatMap(({ lunarDay, lunarMonth }) => {
    const found = lunarDays.find(one => one.lunarDay === lunarDay && one.lunarMonth === lunarMonth && !one.leapMonth)
    if (!found || offDays.some(off => off.kind === 'holiday' && off.from <= found.day && found.day <= off.until))
      return []
    const value = `${writeDayCell(found.day)} (${lunarDay}/${lunarMonth})`
    return [{ line: null, code: 'NOT_ON_A_HOLIDAY', value }]
  })
}
