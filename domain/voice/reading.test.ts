import type { Day } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { readAloud } from './read-aloud.ts'

function tokenOf(text: string, spoken: string) {
  const token = readAloud(text).tokens.find(candidate => candidate.spoken === spoken)
  return token && text.slice(token.start, token.end)
}

describe('tokens point into the text that was passed in', () => {
  it.each([
    ['X1: composed', 'Họp lúc 17h30 tại UBND xã', 'Ủy ban nhân dân', 'UBND'],
    ['X1: decomposed', 'Hội nghị ở UBND xã'.normalize('NFD'), 'Ủy ban nhân dân', 'UBND'],
    ['X2: mathematical letters', '𝗧𝗵ô𝗻𝗴 𝗯á𝗼 𝟭𝟳𝗵𝟯𝟬 𝗨𝗕𝗡𝗗', 'mười bảy giờ ba mươi phút', '𝟭𝟳𝗵𝟯𝟬'],
    ['X2: full width', 'ＵＢＮＤ　ｘã', 'Ủy ban nhân dân', 'ＵＢＮＤ'],
    ['X3: invisible characters', 'Ngày 05\u200b/12 họp', 'mùng năm tháng mười hai', '05\u200b/12'],
    ['X4: after emoji', '🔥👩‍👧 giá 50.000đ/con', 'năm mươi nghìn đồng một con', '50.000đ/con'],
    [
      'C1: over the end of a line',
      'số 135/QĐ-\r\nTTg nay',
      'một trăm ba mươi lăm xuyệt quyết định Thủ tướng Chính phủ',
      '135/QĐ-\r\nTTg',
    ],
  ])('%s', (_, text, spoken, source) => expect(tokenOf(text, spoken)).toBe(source))
})

describe('what nobody can tell is flagged', () => {
  const text = 'Công ty XQZ tặng quà, liên hệ Wolfgang 中文'

  it('B6, L6: it stands as written and waits for a person', () => {
    const { flagged, text: spoken } = readAloud(text)
    expect(flagged.map(token => token.source)).toEqual(['XQZ', 'Wolfgang', '中文'])
    expect(spoken).toBe('Công ty XQZ tặng quà, liên hệ Wolfgang 中文.')
  })

  it('B6, L6: accepted, it is spelled and stays flagged; no letter is passed over in silence', () => {
    const { flagged, text: spoken } = readAloud(text, { acceptUnknown: true })
    expect(flagged).toHaveLength(3)
    expect(spoken).toBe('Công ty ích xì quy dét tặng quà, liên hệ vê kép o e lờ ép phờ giê a en nờ giê chữ nước ngoài.')
  })

  it.each(['TPVT', 'a xk', 'Ж', 'Hội QWRT', 'MỤC ĐÍC', `xem https://${'trang-'.repeat(20)}vn.com/tin`])('%s', written =>
    expect(readAloud(written).flagged).toHaveLength(1),
  )
})

it.each([
  ['Ktrắp', 'Cờ trắp'],
  ['Msút', 'Mờ sút'],
])('L4: the highland name %s opens into syllables, which is likely and not flagged', (written, spoken) => {
  const { tokens, flagged } = readAloud(`buôn ${written}`)
  expect(tokens.map(token => [token.spoken, token.certainty])).toContainEqual([spoken, 'likely'])
  expect(flagged).toEqual([])
})

describe('the reading as a whole', () => {
  it('R2: sentences and paragraphs cover the text in order', () => {
    const text = 'THÔNG BÁO\nHọp dân. Mời bà con\nđến dự!\n- Đúng giờ;\n'
    const { sentences } = readAloud(text)
    expect(
      sentences.map(({ start, end, spoken, endsParagraph }) => [text.slice(start, end), spoken, endsParagraph]),
    ).toEqual([
      ['THÔNG BÁO', 'Thông báo.', true],
      ['Họp dân.', 'Họp dân.', false],
      ['Mời bà con\nđến dự!', 'Mời bà con đến dự!', true],
      ['- Đúng giờ;', 'Đúng giờ;', true],
    ])
  })

  it('X5: a page number in wrapped text is not spoken', () => {
    const page =
      'hôm nay trời mưa to ở khắp\nnơi trong tỉnh và còn kéo\ndài đến hết tuần này, bà con\n\n  2 \n\nchú ý đề phòng lũ quét.'
    expect(readAloud(page).text).toBe(
      'Hôm nay trời mưa to ở khắp nơi trong tỉnh và còn kéo dài đến hết tuần này, bà con chú ý đề phòng lũ quét.',
    )
  })

  it.each([
    ['2026-11-21', 'Ngày mùng năm tháng sáu năm hai nghìn không trăm ba mươi sáu.'],
    ['2020-01-01', 'Ngày mùng năm tháng sáu năm một nghìn chín trăm ba mươi sáu.'],
  ])('D1: on %s a year of two digits is at most ten years ahead', (today, spoken) =>
    expect(readAloud('Ngày 5/6/36', { today: today as Day }).text).toBe(spoken),
  )

  it.each(['', ' \n\t', '-', '…', '🔥', '"*"'])('R2: %j says nothing', written =>
    expect(readAloud(written)).toMatchObject({ text: '', flagged: [], sentences: [] }),
  )

  it('R5: long runs of one sign are read too', () => {
    const runs = ['1.', '12,', '1/', 'A-', 'a.', '1 + ', '(', '\u0301', 'a\n', 'X']
    for (const run of runs) expect(() => readAloud(run.repeat(20_000))).not.toThrow()
  })
})
