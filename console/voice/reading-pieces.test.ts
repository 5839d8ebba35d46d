import { readAloud } from '@nguon/domain/voice'
import { describe, expect, it } from 'vitest'
import { readingPieces } from './reading-pieces.ts'

function shown(text: string): string[] {
  return readingPieces(readAloud(text)).map(paragraph =>
    paragraph.map(({ text, gap }) => (gap ? ` ${text}` : text)).join(''),
  )
}

describe('the reading in pieces', () => {
  it.each([
    'Sáng 28/11, UBND xã họp. Mời bà con đến lúc 7h30!',
    'Giá 50.000đ/con; giảm 10%.\nLiên hệ: ông Y Blê.',
    '- Mang theo CCCD\n- Đến đúng giờ',
    '',
  ])('is the reading itself: %j', text => {
    const { text: spoken } = readAloud(text)
    const bare = (line: string) =>
      line
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .toLowerCase()
    expect(shown(text).map(bare)).toEqual(spoken === '' ? [] : spoken.split('\n').map(bare))
  })
})
