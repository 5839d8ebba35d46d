import type { Guard } from '@nguon/domain/lineups'
import type { TimeOfDay } from '@nguon/domain/platform'

/** When a unit's loudspeakers may sound, and the document that says so. */
export interface SampleUnitRules extends Pick<Guard, 'quietHours' | 'broadcastWindows' | 'maximumVolumeByHour'> {
  /** The unit the rules are of, by code; units below follow them unless they have their own. */
  readonly unitCode: string
  /** Invented document numbers: a real instance enters its own. */
  readonly regulation: string
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

function span(from: string, until: string) {
  return { from: from as TimeOfDay, until: until as TimeOfDay }
}

/** 24 numbers: `quiet` before 6 and from 20 o'clock, `loud` in between. */
function volumes(quiet: number, loud: number): number[] {
  return Array.from({ length: 24 }, (_, hour) => (hour < 6 || hour >= 20 ? quiet : loud))
}

export const sampleUnitRules: readonly SampleUnitRules[] = [
  {
    unitCode: '66',
    regulation:
      'Quy chế hoạt động thông tin cơ sở, ban hành kèm theo Quyết định số 28/2025/QĐ-UBND ngày 15/8/2025 của UBND tỉnh',
    quietHours: [span('21:00', '05:00'), span('11:30', '13:30')],
    broadcastWindows: [
      { weekdays: everyDay, ...span('05:00', '06:30') },
      { weekdays: everyDay, ...span('16:30', '18:30') },
    ],
    maximumVolumeByHour: volumes(60, 90),
  },
  {
    unitCode: '24343',
    regulation:
      'Khung giờ phát của đài truyền thanh xã Krông Năng, Quyết định số 112/QĐ-UBND ngày 20/9/2025 của UBND xã',
    quietHours: [span('20:30', '05:00'), span('11:30', '13:30')],
    broadcastWindows: [
      { weekdays: everyDay, ...span('05:00', '06:00') },
      { weekdays: everyDay, ...span('17:00', '18:00') },
      { weekdays: [6, 7], ...span('08:00', '09:00') },
    ],
    maximumVolumeByHour: volumes(50, 85),
  },
]
