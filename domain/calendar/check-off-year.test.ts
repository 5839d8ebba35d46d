import { expect, it } from 'vitest'
import { checkOffYear, type OffRow } from './check-off-year.ts'

const row = (line: number, from: string, until: string, name: string, kind: string): OffRow => ({
  line,
  cells: { from, until, name, kind },
})

it('a table of days off is read in order, and a row without an end is one day', () => {
  const rows = [
    row(2, '30/04/2026', '', 'Ngày Chiến thắng', ''),
    row(3, '16/02/2026', '20/02/2026', 'Tết Nguyên đán', 'Nghỉ lễ'),
    row(4, '10/01/2026', '', 'Làm bù ngày 02/01', 'làm bù'),
  ]
  expect(checkOffYear(2026, rows)).toEqual({
    days: [
      { from: '2026-01-10', until: '2026-01-10', kind: 'worked', name: 'Làm bù ngày 02/01' },
      { from: '2026-02-16', until: '2026-02-20', kind: 'holiday', name: 'Tết Nguyên đán' },
      { from: '2026-04-30', until: '2026-04-30', kind: 'holiday', name: 'Ngày Chiến thắng' },
    ],
    faults: [],
  })
})

it.each([
  [row(2, 'mùng một', '', 'Tết', ''), 'NOT_A_DAY'],
  [row(2, '31/12/2025', '01/01/2026', 'Tết', ''), 'OTHER_YEAR'],
  [row(2, '03/01/2026', '02/01/2026', 'Tết', ''), 'ENDS_BEFORE_START'],
  [row(2, '01/02/2026', '20/02/2026', 'Tết', ''), 'TOO_MANY_DAYS'],
  [row(2, '01/01/2026', '', 'Tết', 'lễ hội'), 'UNKNOWN_KIND'],
  [row(2, '01/01/2026', '', ' ', ''), 'NAME_MISSING'],
])('%o is told as %s', (wrong, code) => {
  expect(checkOffYear(2026, [wrong]).faults.map(fault => [fault.line, fault.code])).toEqual([[2, code]])
})

it('one day is not off twice', () => {
  const rows = [row(2, '01/09/2026', '02/09/2026', 'Quốc khánh', ''), row(3, '02/09/2026', '', 'Quốc khánh', '')]
  expect(checkOffYear(2026, rows).faults).toEqual([{ line: 3, code: 'DAY_TWICE', value: '02/09/2026' }])
})
