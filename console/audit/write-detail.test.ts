import { describe, expect, it } from 'vitest'
import { writeDetail } from './write-detail.ts'

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const legalAct = { number: '1660/NQ-UBTVQH15', date: '2025-06-16', issuer: 'Ủy ban Thường vụ Quốc hội' }
const limits = {
  area: ['01kv', '01kw'],
  period: { start: Date.parse('2026-11-22T22:00:00Z'), end: Date.parse('2026-11-29T22:00:00Z') },
  class: 'priority',
}

describe('the details of an audit line', () => {
  it.each([
    ['title', 'Lịch tiêm chủng', 'Tiêu đề', 'Lịch tiêm chủng'],
    ['validFrom', Date.parse('2026-11-22T22:00:00Z'), 'Hiệu lực từ', '05:00 23/11/2026'],
    ['validTo', null, 'Hiệu lực đến', 'không có'],
    ['endsOn', '2026-12-31', 'Ngày chấm dứt', '31/12/2026'],
    ['roles', ['author', 'approver'], 'Vai trò', 'Người biên soạn, Người duyệt'],
    ['deviceIds', [], 'Các thiết bị', 'không có'],
    ['stateBefore', 'returned', 'Trạng thái trước', 'Trả lại'],
    ['skipped', true, 'Bỏ buổi phát', 'có'],
    ['year', 2027, 'Năm', '2027'],
    [
      'legalAct',
      legalAct,
      'Văn bản pháp lý',
      'Số, ký hiệu: 1660/NQ-UBTVQH15; Ngày: 16/06/2025; Cơ quan ban hành: Ủy ban Thường vụ Quốc hội',
    ],
    [
      'limits',
      limits,
      'Giới hạn duyệt',
      'Các đơn vị được phát: 01kv, 01kw; Thời gian (Từ: 05:00 23/11/2026; Đến: 05:00 30/11/2026); Mức cao nhất: Ưu tiên',
    ],
  ])('%s is told in words', (name, value, named, text) => {
    expect(writeDetail(name, value, 'vi')).toEqual({ name: named, text, whole: null })
  })

  it('a hash is shortened, and can be copied whole', () => {
    const written = writeDetail('contentHash', hash, 'en')
    expect(written).toEqual({ name: 'Content hash', text: '9f86d081884c…', whole: hash })
  })

  it.each([
    ['outcome', 'renewed', 'outcome', 'renewed'],
    ['slot', { state: 'active' }, 'slot', '{"state":"active"}'],
    ['constructor', 1, 'constructor', '1'],
    ['before', { quietHours: [] }, 'Trước khi sửa', '{"quietHours":[]}'],
    ['role', 'constructor', 'Vai trò', 'constructor'],
  ])('what has no words is shown as it is stored: %s', (name, value, named, text) => {
    expect(writeDetail(name, value, 'vi')).toEqual({ name: named, text, whole: null })
  })
})
