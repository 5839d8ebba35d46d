import { describe, expect, it } from 'vitest'
import type { Day, TimeOfDay } from '@nguon/domain/platform'
import type { UnitRules } from '@nguon/domain/rules'
import { bandsOf, volumesOf } from './volume-bands.ts'
import { writeCitedRule } from './write-rule.ts'

const hours = (from: string, until: string) => ({ from: from as TimeOfDay, until: until as TimeOfDay })
const citation = 'khoản 2 Điều 5, Quyết định số 12/QĐ-UBND'
const volumes = Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 60 : hour < 20 ? 90 : 60))

const rules: Partial<UnitRules> = {
  quietHours: { value: [hours('21:30', '05:00'), hours('11:30', '13:30')], citation },
  broadcastWindows: {
    value: [
      { weekdays: [1, 2, 3, 4, 5, 6, 7], ...hours('05:00', '06:00') },
      { weekdays: [7, 6], ...hours('08:00', '09:00') },
    ],
    citation,
  },
  silentDays: { value: { weekdays: [7], days: ['2026-11-24' as Day], publicHolidays: true }, citation },
  maximumSessionsPerDay: { value: 3, citation },
  minutesPerSession: { value: 45, citation },
  maximumVolumeByHour: { value: volumes, citation },
}

describe('a rule as a sentence', () => {
  it.each([
    ['quietHours', 'Không phát từ 21:30 đến 05:00 hôm sau; từ 11:30 đến 13:30'],
    ['broadcastWindows', 'Chỉ phát từ 05:00 đến 06:00 hằng ngày; từ 08:00 đến 09:00 vào thứ Bảy, Chủ nhật'],
    ['silentDays', 'Không phát vào Chủ nhật, 24/11/2026, ngày nghỉ lễ, nghỉ bù của Nhà nước'],
    ['maximumSessionsPerDay', 'Mỗi ngày nhiều nhất 3 buổi phát'],
    ['minutesPerSession', 'Mỗi buổi nhiều nhất 45 phút'],
    [
      'maximumVolumeByHour',
      'Âm lượng tối đa 60 % từ 00:00 đến 06:00; 90 % từ 06:00 đến 20:00; 60 % từ 20:00 đến 24:00',
    ],
  ] as const)('%s', (name, sentence) => {
    expect(writeCitedRule(rules, name, 'vi')).toBe(`${sentence}, theo ${citation}.`)
  })

  it('is none where there is no rule', () => {
    expect(writeCitedRule({ quietHours: null }, 'quietHours', 'vi')).toBeNull()
  })

  it('volumes and their bands say the same', () => {
    expect(volumesOf(bandsOf(volumes))).toEqual(volumes)
    expect(bandsOf(volumesOf([]))).toEqual([])
  })
})
