import { foldVietnamese } from '@nguon/domain/platform'
import type { CalendarKind } from './calendar-day.ts'

/** What the columns of each table are called; the first is how we write it. */
export const yearColumns = {
  lunarDays: {
    day: ['Ngày', 'Ngày dương', 'day'],
    lunarDay: ['Ngày âm', 'lunarDay'],
    lunarMonth: ['Tháng âm', 'lunarMonth'],
    leapMonth: ['Tháng nhuận', 'Nhuận', 'leapMonth'],
    lunarYear: ['Năm âm', 'lunarYear'],
  },
  offDays: {
    from: ['Từ ngày', 'Ngày', 'from'],
    until: ['Đến ngày', 'until'],
    name: ['Tên', 'Tên ngày nghỉ', 'name'],
    kind: ['Loại', 'kind'],
  },
} as const satisfies Record<CalendarKind, Record<string, readonly string[]>>

export function headingsOf(kind: CalendarKind): string[] {
  return Object.values(yearColumns[kind]).map(([heading]) => heading)
}

/** The column a heading names, however it is capitalised or accented; null for a column of somebody's own. */
export function yearColumnNamed(kind: CalendarKind, heading: string): string | null {
  const folded = foldVietnamese(heading)
  const columns: [string, readonly string[]][] = Object.entries(yearColumns[kind])
  return columns.find(([, names]) => names.some(name => foldVietnamese(name) === folded))?.[0] ?? null
}
