import { expect, it } from 'vitest'
import { writeLunarDate } from './write-lunar-date.ts'

it.each([
  [12, 10, false, '12/10 âm lịch', 'lunar 12/10'],
  [1, 1, false, 'Mùng một Tết', 'Lunar New Year'],
  [1, 10, false, 'Mùng một tháng 10', 'New moon of lunar month 10'],
  [15, 8, false, 'Rằm tháng 8', 'Full moon of lunar month 8'],
  [15, 6, true, 'Rằm tháng 6 nhuận', 'Full moon of lunar month 6 leap'],
  [3, 6, true, '3/6 nhuận âm lịch', 'lunar 3/6 leap'],
])('%i/%i (leap: %s) is written “%s”, “%s”', (lunarDay, lunarMonth, leapMonth, vi, en) => {
  const date = { lunarDay, lunarMonth, leapMonth }
  expect([writeLunarDate(date, 'vi'), writeLunarDate(date, 'en')]).toEqual([vi, en])
})
