import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface LunarDay {
  readonly day: string
  readonly lunarDay: number
  readonly lunarMonth: number
  readonly leapMonth: boolean
  readonly lunarYear: number
}

const tool = fileURLToPath(new URL('../../tools/lunar-year.mjs', import.meta.url))
const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const computed = (...years: number[]) =>
  execFileSync(process.execPath, [tool, ...years.map(String)], { encoding: 'utf8' })
const approved = file('lunar-days-2026-2027.json')
const { days } = JSON.parse(approved) as { days: LunarDay[] }
const onDay = (day: string) => days.find(row => row.day === day)

describe('the lunar days of 2026 and 2027 (I30)', () => {
  it.each([
    ['2026-02-17', 1, 1, 2026, 'Tết Bính Ngọ'],
    ['2027-02-06', 1, 1, 2027, 'Tết Đinh Mùi'],
    ['2027-02-05', 29, 12, 2026, 'tất niên'],
    ['2026-09-25', 15, 8, 2026, 'Rằm tháng Tám'],
    ['2026-04-26', 10, 3, 2026, 'Giỗ Tổ Hùng Vương'],
    ['2027-04-16', 10, 3, 2027, 'Giỗ Tổ Hùng Vương'],
  ])('%s is %i/%i of %i: %s', (day, lunarDay, lunarMonth, lunarYear) => {
    expect(onDay(day)).toEqual({ day, lunarDay, lunarMonth, leapMonth: false, lunarYear })
  })

  it('name every day of the two years once, each the one after the day before', () => {
    expect(days).toHaveLength(730)
    for (const [index, row] of days.entries()) {
      expect(row.day).toBe(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10))
      const before = days[index - 1]
      if (before && row.lunarDay !== before.lunarDay + 1) {
        expect([row.lunarDay, before.lunarDay >= 29, before.lunarDay <= 30]).toEqual([1, true, true])
        expect(row.lunarMonth).toBe((before.lunarMonth % 12) + 1)
      }
    }
  })

  it('are what the tool computes', () => {
    expect(computed(2026, 2027)).toBe(approved)
  })
})

// Years in which the calendar of Hà Nội and that of Beijing part: 1985 by a month, 2007 and 2030 by a day.
describe('the tool knows the years that are easily wrong', () => {
  it.each([
    [1985, '1985-01-21', 2],
    [2007, '2007-02-17', null],
    [2020, '2020-01-25', 4],
    [2025, '2025-01-29', 6],
    [2028, '2028-01-26', 5],
    [2030, '2030-02-02', null],
    [2033, '2033-01-31', 11],
  ])('in %i Tết is %s and the leap month %s', (year, newYear, leap) => {
    const rows = (JSON.parse(computed(year)) as { days: LunarDay[] }).days
    expect(rows.find(row => row.lunarDay === 1 && row.lunarMonth === 1)?.day).toBe(newYear)
    expect(rows.find(row => row.leapMonth)?.lunarMonth ?? null).toBe(leap)
  })
})

interface HolidayYear {
  readonly announced: boolean
  readonly holidays: readonly { readonly from: string; readonly until: string; readonly name: string }[]
  readonly daysInLieu: readonly { readonly day: string }[]
  readonly swaps: readonly { readonly off: string; readonly worked: string }[]
}

describe('the public holidays of 2026 and 2027', () => {
  const { years } = JSON.parse(file('public-holidays-2026-2027.json')) as { years: [HolidayYear, HolidayYear] }
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

  it('say that 2027 is not announced, and swap nothing before it is', () => {
    expect(years.map(year => [year.announced, year.swaps.length])).toEqual([
      [true, 2],
      [false, 0],
    ])
  })

  it('swap a working day for a Saturday, and put a day in lieu on a Monday', () => {
    const swaps = years.flatMap(year => year.swaps)
    expect(swaps.every(({ off, worked }) => weekday(off) >= 1 && weekday(off) <= 5 && weekday(worked) === 6)).toBe(true)
    expect(years.flatMap(year => year.daysInLieu).every(({ day }) => weekday(day) === 1)).toBe(true)
  })

  it('agree with the lunar days', () => {
    const ancestors = years.flatMap(year => year.holidays.filter(({ name }) => name === 'Giỗ Tổ Hùng Vương'))
    expect(ancestors.map(({ from }) => [onDay(from)?.lunarDay, onDay(from)?.lunarMonth])).toEqual([
      [10, 3],
      [10, 3],
    ])
  })
})
