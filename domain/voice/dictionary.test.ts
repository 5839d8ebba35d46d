import { describe, expect, it } from 'vitest'
import { readAloud } from './read-aloud.ts'

const dictionary = {
  entries: [
    { written: 'TPVT', spoken: 'thành phố Vũng Tàu' },
    { written: 'BR-VT', spoken: 'Bà Rịa Vũng Tàu' },
    { written: 'Ea Kar', spoken: 'ê a ca' },
    { written: 'Ea', spoken: 'ia' },
    { written: 'CT', spoken: 'cao tốc', matchCase: true },
    { written: 'hoà giải', spoken: 'hòa giải' },
    { written: 'P.A.R', spoken: 'pa' },
  ],
}
const read = (text: string) => readAloud(text, { dictionary })

describe('the provincial dictionary', () => {
  it.each([
    ['V1: it stands above the tables', 'Tuyến CT Bắc Nam', 'Tuyến cao tốc Bắc Nam.'],
    ['V1: it settles what would be flagged', 'UBND TPVT', 'Ủy ban nhân dân thành phố Vũng Tàu.'],
    ['V2: the longest entry wins', 'huyện Ea Kar, xã Ea Na', 'Huyện ê a ca, xã ia Na.'],
    ['V2: whatever the case', 'HUYỆN EA KAR', 'Huyện ê a ca.'],
    ['V2: but case where it matters', 'ct', 'Ct.'],
    ['V2: with its inner marks', 'tỉnh BR-VT', 'Tỉnh Bà Rịa Vũng Tàu.'],
    ['V2: with its inner dots', 'chỉ số P.A.R năm nay', 'Chỉ số pa năm nay.'],
    ['V2: old and new tone placement are one', 'tổ hòa giải', 'Tổ hòa giải.'],
    ['V2: spaces may be wider', 'huyện Ea   Kar', 'Huyện ê a ca.'],
    ['V2: decomposed text', 'tổ hoà giải'.normalize('NFD'), 'Tổ hòa giải.'],
  ])('%s', (_, text, spoken) => expect(read(text).text).toBe(spoken))

  it('V2: never within a word', () => {
    expect(read('Eang').tokens.map(token => token.kind)).not.toContain('dictionary')
    expect(read('ngày 5 CTX').tokens.map(token => token.kind)).not.toContain('dictionary')
  })
})
