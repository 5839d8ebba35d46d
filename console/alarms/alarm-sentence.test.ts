import type { Alarm } from '@nguon/domain/alarms'
import { alarmKinds } from '@nguon/domain/alarms'
import type { DeviceId, Instant } from '@nguon/domain/platform'
import { describe, expect, it } from 'vitest'
import { alarmSentence } from './alarm-sentence.ts'

const now = Date.parse('2026-11-21T01:00:00Z') as Instant
const openedAt = Date.parse('2026-11-20T20:12:00Z') as Instant
const alarm = (kind: Alarm['kind'], facts: Alarm['facts'] = {}) => ({
  kind,
  facts,
  openedAt,
  occurrences: 3,
  deviceId: '0'.repeat(26) as DeviceId,
})

describe('an alarm as a sentence', () => {
  it.each([
    [
      alarm('powerCut', { batteryPercent: 20 }),
      'Mất điện từ 03:12 hôm nay, ắc quy còn 20 %: gọi điện lực hoặc cử người đến kiểm tra aptomat.',
    ],
    [
      alarm('airingFailed', { title: 'Cảnh báo lũ', playedSeconds: 4, plannedSeconds: 38, reason: 'short' }),
      '“Cảnh báo lũ” phát 4 giây trong 38 giây: nghe thử tại chỗ, kiểm tra tăng âm và dây loa; phát lại nếu tin còn cần.',
    ],
    [
      alarm('reported', { complaint: 'rattle', words: 'rè cả tháng' }),
      'Người dân báo loa rè (3 lượt) “rè cả tháng”: đến nghe thử vào giờ phát, chỉnh âm lượng hoặc sửa loa, rồi xác nhận.',
    ],
    [
      { ...alarm('silent', { struck: 312, devices: 1400 }), deviceId: null },
      'Mất kết nối: 312/1.400 cụm loa cùng lúc: tìm nguyên nhân chung trước: điện lưới, nhà mạng, máy chủ; chưa cần đi từng cụm.',
    ],
  ])('%o', (given, expected) => {
    const { what, act } = alarmSentence(given, now, 'vi')
    expect(`${what}: ${act}`).toBe(expected)
  })

  it.each(alarmKinds)('%s says something and what to do, in both languages, with nothing known', kind => {
    for (const language of ['vi', 'en'] as const) {
      const { what, act } = alarmSentence(alarm(kind), now, language)
      expect(
        [what, act].every(text => text.length > 8 && !/undefined|NaN|null/.test(text)),
        what,
      ).toBe(true)
    }
  })
})
