import { describe, expect, it } from 'vitest'
import { comparePeople } from './account-order.ts'

describe('people stand in a list by their given name', () => {
  it.each([
    [
      'the last word first, then the rest',
      ['Nguyễn Văn An', 'Trần Thị An', 'Lê Hoàng Bình', 'Nguyễn Thị Hoa', 'Phạm Hoa', 'Vũ Đức Yên'],
    ],
    ['letters of the Vietnamese alphabet', ['Lê An', 'Lê Ân', 'Lê Bảo', 'Lê Dung', 'Lê Đào', 'Lê Em', 'Lê Ên']],
    ['a letter without a tone before the same with one', ['Lê Ban', 'Lê Bàn', 'Lê Bạn', 'Lê Băng', 'Lê Bằng']],
    ['names of one word, and however many spaces', ['  An', 'Bình', 'Hà   Chi']],
  ])('%s', (_, names) => {
    expect(names.toReversed().toSorted(comparePeople)).toEqual(names)
  })

  it('however the accents were typed', () => {
    expect(comparePeople('Lê Ân'.normalize('NFD'), 'Lê Ân')).toBe(0)
  })
})
