import { Refusal } from '@nguon/contract/platform'
import type { Day, UnitId } from '@nguon/domain/platform'
import { type ImportRow, planUnitImport, type UnitVersion } from '@nguon/domain/territory'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUnitFile } from './read-unit-file.ts'
import { writeUnitFile } from './write-unit-file.ts'

const text = 'Mã;Tên;Cấp\r\n66;Tỉnh Đắk Lắk;tỉnh\r\n24343;"Xã ""Krông"" Năng";xã\r\n'
const utf16 = (value: string, swap = false) => {
  const bytes = Buffer.from(`\u{feff}${value}`, 'utf16le')
  return swap ? bytes.swap16() : bytes
}

describe('a table of units is read however a spreadsheet wrote it (T3)', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\u{feff}${text}`)],
    ['UTF-16, as Excel writes "Unicode text"', utf16(text.replaceAll(';', '\t'))],
    ['UTF-16, the other way round', utf16(text, true)],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
    ['line feeds alone', Buffer.from(text.replaceAll('\r\n', '\n'))],
    ['a line "sep=;"', Buffer.from(`sep=;\r\n${text}`)],
    ['English headings', Buffer.from(text.replace('Mã;Tên;Cấp', 'code;NAME;Level'))],
  ])('%s', (_, bytes) => {
    expect(readUnitFile(bytes)).toEqual({
      rows: [
        { line: 2, cells: { code: '66', name: 'Tỉnh Đắk Lắk', level: 'tỉnh' } },
        { line: 3, cells: { code: '24343', name: 'Xã "Krông" Năng', level: 'xã' } },
      ],
      ignoredColumns: [],
    })
  })

  it('numbers rows as the spreadsheet does, empty ones counted, and names the columns it did not read', () => {
    const file = readUnitFile(Buffer.from('Mã;Tên;Ghi chú\n\n66;Tỉnh Đắk Lắk;xem lại\n;;\n24343;Xã A;\n'))
    expect(file.rows.map(row => row.line)).toEqual([3, 5])
    expect(file.ignoredColumns).toEqual(['Ghi chú'])
  })
})

describe('what is no table of units is refused with a sentence (T3)', () => {
  it.each([
    ['FILE_IS_WORKBOOK', Buffer.from('PK\u0003\u0004và các thứ khác')],
    ['FILE_NOT_UNICODE', Buffer.from([0x4d, 0xe3, 0x3b, 0x54, 0xea, 0x6e, 0x0a])],
    ['FILE_NOT_UNICODE', Buffer.from('Mã;Tên\n66;\0\n')],
    ['FILE_WITHOUT_COLUMNS', Buffer.from('Tên;Cấp\nTỉnh A;tỉnh\n')],
    ['FILE_WITHOUT_COLUMNS', Buffer.from('')],
    ['FILE_COLUMN_TWICE', Buffer.from('Mã;Tên;Name\n66;A;B\n')],
    ['FILE_EMPTY', Buffer.from('Mã;Tên\n;\n')],
    ['FILE_BROKEN', Buffer.from('Mã;Tên\n66;"Tỉnh Đắk Lắk\n')],
    ['FILE_TOO_LONG', Buffer.from(`Mã;Tên\n${'1;A\n'.repeat(50_001)}`)],
    ['TOO_LARGE', Buffer.alloc(5 * 1024 * 1024 + 1, 'a')],
  ])('%s (%#)', (code, bytes) => {
    expect(() => readUnitFile(bytes)).toThrow(Refusal)
    expect(() => readUnitFile(bytes)).toThrow(code)
  })

  it('whatever the bytes, it reads or refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        try {
          readUnitFile(new Uint8Array([...Buffer.from('Mã;Tên\n'), ...bytes]))
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
    )
  })
})

describe('what is exported can be imported again (T3)', () => {
  const cells = ['=1+1', '+84', '-2', '@a', 'Thôn "Đông"; mới', 'Thôn 3', "Ea M’Droh'"]

  it.each(cells)('a name such as %s, which no spreadsheet calculates', name => {
    const rows = [
      {
        line: 2,
        cells: { code: '24343', name: 'Xã Krông Năng', households: '1204', latitude: '12,95', longitude: '108,3' },
      },
      { line: 3, cells: { code: '24343-T01', name, parentCode: '24343', kind: 'thôn' } },
    ]
    const plan = (existing: readonly UnitVersion[], given: readonly ImportRow[]) =>
      planUnitImport({
        existing,
        rows: given,
        day: '2026-01-01' as Day,
        legalAct: null,
        mayEdit: () => true,
        newUnitId: (
          next => () =>
            `unit-${++next}` as UnitId
        )(0),
      })
    const units = plan([], rows).rows.map(row => row.version)
    const written = writeUnitFile(units, new Map(units.map(unit => [unit.unitId, unit.code])))
    expect(written).not.toMatch(/(^|[;\n])[=+\-@]/)
    const again = plan(units, readUnitFile(Buffer.from(written)).rows)
    expect(again.rows.map(row => row.outcome)).toEqual(['unchanged', 'unchanged'])
  })
})
