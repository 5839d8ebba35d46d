import { describe, expect, it } from 'vitest'
import { compareVietnamese, foldVietnamese } from '@nguon/domain/platform'

describe('folding for a search without accents', () => {
  it.each([
    ['Đắk Lắk', 'dak lak'],
    ['Đắk Lắk'.normalize('NFD'), 'dak lak'],
    ['  PHƯỜNG   Ngô  Quyền ', 'phuong ngo quyen'],
    ['Cư M’gar', 'cu mgar'],
    ["Ea M'Droh", 'ea mdroh'],
    ['Số 2588/QĐ-UBND', 'so 2588/qd-ubnd'],
    ['', ''],
  ])('%j is found as %j', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded)
    expect(foldVietnamese(folded)).toBe(folded)
  })
})

describe('the order of names', () => {
  it('counts numbers as numbers and follows the Vietnamese alphabet', () => {
    const names = ['Thôn 10', 'Xã Ea Na', 'Thôn 2', 'Đức Bình', 'Dur Kmăl', 'Ấp Tây', 'Ấp Đông', 'Thôn 1']
    expect(names.toSorted(compareVietnamese)).toEqual([
      'Ấp Đông',
      'Ấp Tây',
      'Dur Kmăl',
      'Đức Bình',
      'Thôn 1',
      'Thôn 2',
      'Thôn 10',
      'Xã Ea Na',
    ])
  })
})
