import { describe, expect, it } from 'vitest'
import { at, day, slotId, time, unit, vietnam } from '../../tests/examples/timetable.ts'
import type { Violation } from './violation.ts'
import { wordConflict, wordViolation } from './word-violation.ts'
import { violationWording } from './wording.ts'

const names: Record<string, string> = { 'xa-a': 'xã Hòa Bình', 'xa-b': 'xã Ea Kar', tinh: 'tỉnh Đắk Lắk' }
const naming = { zone: vietnam, nameOf: (id: string) => names[id] ?? id }
const occurrence = {
  slotId: slotId('a'),
  day: day('2026-11-23'),
  startsAt: at('2026-11-23 03:15'),
  endsAt: at('2026-11-23 03:35'),
}
const period = { startsAt: at('2026-11-20 00:00'), endsAt: at('2026-11-30 00:00') }
const held = { unitId: unit('xa-a'), citation: 'Điều 4 Quy chế 05/2026' }
const hours = { from: time('21:30'), until: time('05:00') }

describe('violations in words', () => {
  const cases: [Violation, string][] = [
    [
      { code: 'QUIET_HOURS', rule: 'P6.8', ...hours, unitId: null, citation: '', occurrence },
      'Buổi phát 03:15 thứ Hai 23/11/2026 rơi vào giờ không phát 21:30–05:00 (mặc định).',
    ],
    [
      { code: 'QUIET_HOURS', rule: 'P6.8', ...hours, ...held, occurrence },
      'Buổi phát 03:15 thứ Hai 23/11/2026 rơi vào giờ không phát 21:30–05:00 theo Điều 4 Quy chế 05/2026.',
    ],
    [
      { code: 'TOO_MANY_SESSIONS', rule: 'P6.7', day: day('2026-11-23'), sessions: 3, maximum: 2, ...held },
      'Ngày 23/11/2026 sẽ có 3 buổi phát, quá 2 buổi mỗi ngày theo Điều 4 Quy chế 05/2026.',
    ],
    [
      { code: 'OUTSIDE_APPROVED_AREA', rule: 'P8.2', outside: ['xa-b'], area: [unit('xa-a')] },
      'xã Ea Kar nằm ngoài địa bàn được duyệt (xã Hòa Bình).',
    ],
    [
      { code: 'OUTSIDE_APPROVED_PERIOD', rule: 'P8.2', period, occurrence },
      'Buổi phát 03:15 thứ Hai 23/11/2026 nằm ngoài thời hạn được duyệt, từ 00:00 thứ Sáu 20/11/2026 đến 00:00 thứ Hai 30/11/2026.',
    ],
    [
      { code: 'ABOVE_APPROVED_CLASS', rule: 'P8.2', class: 'priority', approved: 'normal' },
      'Nội dung được duyệt ở mức thông thường, không xếp được ở mức ưu tiên.',
    ],
    [
      { code: 'CONTENT_TOO_LONG', rule: 'P8.4', seconds: 860, durationSeconds: 600 },
      'Nội dung dài 14 phút 20 giây, lịch chỉ dành 10 phút.',
    ],
    [{ code: 'CONTENT_UNUSABLE', rule: 'P8.1', fault: 'WITHDRAWN' }, 'Nội dung đã bị thu hồi.'],
  ]
  it.each(cases)('%o', (violation, vi) => {
    expect(wordViolation(violation, naming)).toMatchObject({ code: violation.code, vi })
  })
})

it('a conflict says who goes first, why, and what becomes of the other', () => {
  const conflict = {
    otherSlotId: slotId('b'),
    otherTitle: 'Bản tin tỉnh',
    wins: false,
    criterion: 'level',
    loss: 'delayed',
    startsAt: at('2026-11-23 05:30'),
    decidable: false,
  } as const
  expect(wordConflict(conflict)).toEqual({
    code: 'LOSES',
    vi: '“Bản tin tỉnh” phát trước vì thuộc cấp cao hơn; lịch này vẫn phát đủ nhưng muộn hơn.',
    en: '“Bản tin tỉnh” goes first, being of a higher level; this slot plays whole, but later.',
  })
})

it('every code has a sentence in both languages with the same data', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
  for (const { vi, en } of Object.values(violationWording)) {
    expect(placeholders(vi)).toEqual(placeholders(en))
    expect(vi).not.toBe('')
  }
})
