import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Reading, type ReadingToken, readAloud } from './index.ts'

const bulletins = [
  'Thực hiện Quyết định số 1381/QĐ-BTTTT ngày 07/9/2021, UBND tỉnh đặt mục tiêu:\n- Đến năm 2024: 85% xã.\n',
  'Mời bà con họp lúc 19h30 ngày 15/10 (thứ Ba), SĐT 0912.345.678; 50.000đ/con, 2-3 tháng, TP.HCM, v.v...',
  'I. MỤC TIÊU\n1. Bão cấp 8-9, giật cấp 11, 15.5N 112.3E\na) 43/106 Nguyễn Trãi 🔥 ubnd@binhphuoc.gov.vn ./.',
  'Khởi công tại Ea H’leo, Krông Năng; xyzt QWRT Müller 中文 Ж 𝐁𝐨𝐥𝐝 １２３',
]

const fragment = fc.oneof(
  fc.constantFrom(...bulletins.flatMap(text => text.split(/(?<=[ \n])/))),
  fc.constantFrom(...Array.from('0123456789.,/-:%đ+()"\n \t&@°²×…')),
  fc.constantFrom(
    'UBND ',
    'Ea Kar ',
    'Iran ',
    'Ia ',
    'H’',
    'Kpă ',
    'COVID-19',
    '(hai)',
    'thôn ',
    'QL',
    'Liên hệ: A. ',
    'ngày ',
    'cấp ',
    'Điều ',
    'điểm ',
    'km2',
    '/QĐ-TTg',
    'h30',
    'XII',
    '\u0301',
    'ệ',
    '\u200b',
    '👩‍👧',
  ),
)
const bulletin = fc.array(fragment, { maxLength: 40 }).map(parts => parts.join(''))
const anyText = fc.oneof(bulletin, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' }))

const spokenCharacters =
  /^[aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ ,.;:!?\n]*$/iu

function coverage(text: string, tokens: readonly ReadingToken[]): string {
  let left = ''
  let at = 0
  for (const token of tokens) {
    left += text.slice(at, token.start)
    at = token.end
  }
  return left + text.slice(at)
}

describe('laws of the reading', () => {
  it('X1: any string is read', () => {
    fc.assert(fc.property(anyText, text => void readAloud(text, { acceptUnknown: true })))
  })

  it('X4: tokens are ordered, apart, inside the text, and leave no letter and no digit out', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { tokens, sentences } = readAloud(text)
        let end = 0
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(token.source).toBe(text.slice(token.start, token.end))
          end = token.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(coverage(text, tokens)).not.toMatch(/[\p{L}\p{N}]/u)
        for (const [index, sentence] of sentences.entries())
          expect(sentence.start).toBeGreaterThanOrEqual(sentences[index - 1]?.end ?? 0)
      }),
    )
  })

  it('R3: what is spoken is Vietnamese letters and the marks of a sentence, unknown tokens excepted', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const token of readAloud(text).tokens)
          if (token.certainty !== 'unknown') expect(token.spoken).toMatch(spokenCharacters)
        expect(readAloud(text, { acceptUnknown: true }).text).toMatch(spokenCharacters)
      }),
    )
  })

  it('R4: the spoken text reads as itself, with nothing unknown', () => {
    fc.assert(
      fc.property(anyText, text => {
        const spoken = readAloud(text, { acceptUnknown: true }).text
        const again = readAloud(spoken)
        expect(again.text).toBe(spoken)
        expect(again.flagged).toEqual([])
      }),
    )
  })

  it('X1: composed and decomposed letters are one text', () => {
    fc.assert(
      fc.property(bulletin, text => {
        const composed: Reading = readAloud(text.normalize('NFC'))
        const decomposed: Reading = readAloud(text.normalize('NFD'))
        expect(decomposed.tokens.map(token => token.source.normalize('NFC'))).toEqual(
          composed.tokens.map(token => token.source.normalize('NFC')),
        )
        expect(decomposed.text.normalize('NFC')).toBe(composed.text)
      }),
    )
  })
})
