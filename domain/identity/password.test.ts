import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePassword } from './password.ts'

describe('T4: passwords', () => {
  it.each([
    ['ngắn', 'TOO_SHORT'],
    ['chín ký t', 'TOO_SHORT'],
    ['matkhau123', 'TOO_COMMON'],
    ['Mật khẩu 2026!', 'TOO_COMMON'],
    ['M@tKh@u123', 'TOO_COMMON'],
    ['password2026', 'TOO_COMMON'],
    ['P@ssw0rd!!', 'TOO_COMMON'],
    ['Admin@123456', 'TOO_COMMON'],
    ['1234567890', 'TOO_COMMON'],
    ['0987654321', 'TOO_COMMON'],
    ['19/05/1890 19:05', 'TOO_COMMON'],
    ['aaaaaaaaaaaa', 'TOO_COMMON'],
    ['abcabcabcabc', 'TOO_COMMON'],
    ['qwertyuiop', 'TOO_COMMON'],
    ['poiuytrewq', 'TOO_COMMON'],
    ['UBND xã 2026', 'TOO_COMMON'],
    ['truyenthanh1', 'TOO_COMMON'],
    ['hoa.nguyen12', 'HAS_USER_NAME'],
    ['Nguyen-2026', 'HAS_USER_NAME'],
    ['sáng nay trời đẹp', null],
    ['con mèo trèo cây cau', null],
    ['cô nguyen bán bún ở đầu chợ', null],
    ['xK9#mQ2$vL', null],
    ['đường về quê', null],
  ])('%s: %s', (password, fault) => {
    expect(judgePassword(password, 'hoa.nguyen')).toBe(fault)
  })

  it('counts what a person sees as one sign as one, in both forms of Unicode', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      expect(judgePassword('đẹp đẽ quá'.normalize(form), 'canbo')).toBeNull()
      expect(judgePassword('đẹp đẽ qú'.normalize(form), 'canbo')).toBe('TOO_SHORT')
    }
  })

  it('judges anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary' }), (password, name) => {
        expect([null, 'TOO_SHORT', 'TOO_COMMON', 'HAS_USER_NAME']).toContain(judgePassword(password, name))
      }),
    )
  })
})
