import { describe, expect, it } from 'vitest'
import type { QuietPlaceId } from '@nguon/domain/platform'
import { at, day, slotId, unit, vietnam } from '../../tests/examples/timetable.ts'
import type { Explanation } from './explain.ts'
import { wordExplanation } from './word-explanation.ts'
import { explanationWording } from './wording.ts'

const names: Record<string, string> = { 'xa-a': 'xã Hòa Bình', 'xa-b': 'xã Ea Kar', tinh: 'tỉnh Đắk Lắk' }
const naming = { zone: vietnam, nameOf: (id: string) => names[id] ?? id }
const occurrence = {
  slotId: slotId('a'),
  day: day('2026-11-23'),
  startsAt: at('2026-11-23 03:15'),
  endsAt: at('2026-11-23 03:35'),
}
const period = { startsAt: at('2026-11-20 00:00'), endsAt: at('2026-11-30 00:00') }
const piece = { slotId: slotId('a'), day: day('2026-11-23'), part: 0, offsetSeconds: 0, ...period }
const winner = { slotId: slotId('b'), title: 'Bản tin tỉnh', criterion: 'level', piece } as const

describe('P10 explanations in words', () => {
  const place = { quietPlaceId: 'q' as QuietPlaceId, name: 'Điểm thi THPT Đắk Đoa', citation: 'Công văn 1412' }
  const cases: [Explanation, string][] = [
    [
      { code: 'PREEMPTED', winner, continuesAt: at('2026-11-23 05:40') },
      '“Bản tin tỉnh” phát trước vì thuộc cấp cao hơn; lịch này phát tiếp lúc 05:40 thứ Hai 23/11/2026.',
    ],
    [
      { code: 'PREEMPTED', winner: null, continuesAt: null },
      'Một lịch khác phát trước vì có thứ hạng cao hơn; lịch này không còn phát tiếp.',
    ],
    [
      { code: 'SILENCED', since: at('2026-11-23 07:00'), causes: [{ code: 'QUIET_PLACE', ...place }] },
      'Từ 07:00 thứ Hai 23/11/2026 phải giữ yên lặng: giữ yên tĩnh cho Điểm thi THPT Đắk Đoa theo Công văn 1412.',
    ],
    [
      { code: 'NOT_TAKEN', unitId: unit('xa-a'), refused: false },
      'Đây là lịch thông thường của cấp trên; xã Hòa Bình chưa nhận phát.',
    ],
    [
      { code: 'NOT_DUE', next: occurrence },
      'Lúc đó lịch này không có buổi phát; buổi kế tiếp: 03:15 thứ Hai 23/11/2026.',
    ],
    [{ code: 'NOT_DUE', next: null }, 'Lúc đó lịch này không có buổi phát.'],
  ]
  it.each(cases)('%o', (explanation, vi) => {
    expect(wordExplanation(explanation, naming)).toMatchObject({ code: explanation.code, vi })
  })
})

it('every code has a sentence in both languages with the same data', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
  for (const { vi, en } of Object.values(explanationWording)) {
    expect(placeholders(vi)).toEqual(placeholders(en))
    expect(vi).not.toBe('')
  }
})
