import { describe, expect, it } from 'vitest'
import type { Day } from '@nguon/domain/platform'
import { addDays } from '@nguon/domain/platform'
import { checkLunarYear, type LunarRow } from './check-lunar-year.ts'
import { holidaysAgainstLunar } from './holidays-against-lunar.ts'

/** 2027: Tết on 6 February, months of 30 and 29 days in turn from there on. */
function table(): LunarRow[] {
  const rows: LunarRow[] = []
  let date = { lunarDay: 24, lunarMonth: 11, lunarYear: 2026 }
  const lengths: Record<string, number> = { '2026-11': 30, '2026-12': 29 }
  for (let day = '2027-01-01' as Day, line = 2; day <= '2027-12-31'; day = addDays(day, 1), line += 1) {
    const { lunarDay, lunarMonth, lunarYear } = date
    const cells = { lunarDay: String(lunarDay), lunarMonth: String(lunarMonth), lunarYear: String(lunarYear) }
    rows.push({ line, cells: { day, leapMonth: '', ...cells } })
    const length = lengths[`${lunarYear}-${lunarMonth}`] ?? (lunarMonth % 2 === 1 ? 30 : 29)
    if (lunarDay < length) date = { ...date, lunarDay: lunarDay + 1 }
    else if (lunarMonth < 12) date = { lunarDay: 1, lunarMonth: lunarMonth + 1, lunarYear }
    else date = { lunarDay: 1, lunarMonth: 1, lunarYear: lunarYear + 1 }
  }
  return rows
}

const alone = { before: null, after: null }
const faultsOf = (rows: LunarRow[], neighbours: Parameters<typeof checkLunarYear>[2] = alone) =>
  checkLunarYear(2027, rows, neighbours).faults
const changed = (day: string, cells: LunarRow['cells']) =>
  table().map(row => (row.cells.day === day ? { ...row, cells: { ...row.cells, ...cells } } : row))

describe('a table of lunar days', () => {
  it('is read whole, whatever the order of its rows and the way days are written', () => {
    const local = table()
      .toReversed()
      .map(row => ({ ...row, cells: { ...row.cells, day: (row.cells.day ?? '').split('-').toReversed().join('/') } }))
    const { days, faults } = checkLunarYear(2027, local, alone)
    expect(faults).toEqual([])
    expect(days).toHaveLength(365)
    expect(days.find(({ day }) => day === '2027-02-06')).toEqual({
      day: '2027-02-06',
      lunarDay: 1,
      lunarMonth: 1,
      leapMonth: false,
      lunarYear: 2027,
    })
  })

  it.each<[string, LunarRow[], object]>([
    ['a day that is none', changed('2027-03-01', { day: '30/02/2027' }), { code: 'NOT_A_DAY', value: '30/02/2027' }],
    ['another year', changed('2027-03-01', { day: '01/03/2026' }), { code: 'OTHER_YEAR', value: '01/03/2026' }],
    ['the same day again', changed('2027-03-01', { day: '02/03/2027' }), { code: 'DAY_TWICE', value: '02/03/2027' }],
    ['a month there is not', changed('2027-03-01', { lunarMonth: '13' }), { code: 'NOT_A_LUNAR_DATE' }],
    ['words for a number', changed('2027-03-01', { lunarDay: 'rằm' }), { code: 'NOT_A_LUNAR_DATE' }],
    ['a row left out', table().filter(({ cells }) => cells.day !== '2027-03-01'), { code: 'DAYS_MISSING', line: null }],
    ['a day mistyped', changed('2027-03-02', { lunarDay: '5' }), { code: 'LUNAR_NOT_NEXT', value: '02/03/2027' }],
  ])('tells %s', (_, rows, fault) => {
    expect(faultsOf(rows)).toContainEqual(expect.objectContaining(fault))
  })

  it('I30 follows on from the approved days before and leads to those after', () => {
    const date = { leapMonth: false, lunarYear: 2026, lunarMonth: 11 }
    const before = { day: '2026-12-31' as Day, lunarDay: 23, ...date }
    expect(faultsOf(table(), { ...alone, before })).toEqual([])
    const late = { ...before, lunarDay: 22 }
    expect(faultsOf(table(), { ...alone, before: late })).toEqual([
      { line: 2, code: 'LUNAR_NOT_NEXT', value: '01/01/2027' },
    ])
    const after = { day: '2028-01-01' as Day, ...date, lunarDay: 1 }
    expect(faultsOf(table(), { ...alone, after })).toEqual([
      { line: null, code: 'LUNAR_NOT_NEXT', value: '01/01/2028' },
    ])
  })

  it('I30 agrees with the holidays that the law sets by it', () => {
    const { days } = checkLunarYear(2027, table(), alone)
    const tet = { from: '2027-02-05' as Day, until: '2027-02-09' as Day, kind: 'holiday', name: 'Tết' } as const
    const kings = (day: string) => ({ from: day as Day, until: day as Day, kind: 'holiday', name: 'Giỗ Tổ' }) as const
    const onThird = days.find(({ lunarDay, lunarMonth }) => lunarDay === 10 && lunarMonth === 3)?.day ?? ''
    expect(holidaysAgainstLunar(days, [tet, kings(onThird)])).toEqual([])
    const [fault, ...others] = holidaysAgainstLunar(days, [tet, kings(addDays(onThird as Day, 1))])
    expect([fault?.code, fault?.value.endsWith('(10/3)'), others]).toEqual(['NOT_ON_A_HOLIDAY', true, []])
  })
})
