import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unguarded, writeTable } from './write-table.ts'

it.each([
  [['Thôn 4', '120'], 'Thôn 4;120'],
  [['', 'a;b', 'a,b'], ';"a;b";"a,b"'],
  [['nói "to"', 'hai\ndòng'], '"nói ""to""";"hai\ndòng"'],
  [['=1+1', '+84', '-5', '@a', '\tb'], "'=1+1;'+84;'-5;'@a;'\tb"],
])('%o', (cells, line) => {
  expect(writeTable([cells])).toBe(`\u{feff}${line}\r\n`)
})

it('a guarded cell reads as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', 'a', ' ') }), cell => {
      const [written = ''] = writeTable([[cell]])
        .slice(1)
        .split('\r\n')
      expect(unguarded(written)).toBe(cell)
    }),
  )
})
