import type { TimeOfDay } from '@nguon/domain/platform'
import type { UnitRules } from '@nguon/domain/rules'

/** When a unit's loudspeakers may sound, with the article that says so; the unit is named by its code. */
export type SampleUnitRules = Omit<UnitRules, 'unitId'> & { readonly unitCode: string }

const everyDay = [1, 2, 3, 4, 5, 6, 7]

function hours(from: string, until: string) {
  return { from: from as TimeOfDay, until: until as TimeOfDay }
}

/** 24 numbers: `quiet` before 6 and from 20 o'clock, `loud` in between. */
function volumes(quiet: number, loud: number): number[] {
  return Array.from({ length: 24 }, (_, hour) => (hour < 6 || hour >= 20 ? quiet : loud))
}

// Invented documents: a real instance enters the numbers of its own.
const province = 'Quy chế kèm theo Quyết định số 28/2025/QĐ-UBND ngày 15/8/2025 của UBND tỉnh'
const commune = 'Quyết định số 112/QĐ-UBND ngày 20/9/2025 của UBND xã Krông Năng'

/** The province's frame, and within it the narrower one of the sample commune. */
export const sampleUnitRules: readonly SampleUnitRules[] = [
  {
    unitCode: '66',
    quietHours: { value: [hours('21:00', '05:00'), hours('11:30', '13:30')], citation: `khoản 1 Điều 6, ${province}` },
    broadcastWindows: {
      value: [
        { weekdays: everyDay, ...hours('05:00', '09:00') },
        { weekdays: everyDay, ...hours('16:30', '20:00') },
      ],
      citation: `khoản 2 Điều 6, ${province}`,
    },
    silentDays: null,
    maximumSessionsPerDay: { value: 3, citation: `khoản 3 Điều 6, ${province}` },
    minutesPerSession: { value: 45, citation: `khoản 3 Điều 6, ${province}` },
    maximumVolumeByHour: { value: volumes(60, 90), citation: `Điều 7, ${province}` },
  },
  {
    unitCode: '24343',
    quietHours: { value: [hours('20:30', '05:00')], citation: `Điều 3, ${commune}` },
    broadcastWindows: {
      value: [
        { weekdays: everyDay, ...hours('05:00', '06:00') },
        { weekdays: everyDay, ...hours('17:00', '18:00') },
        { weekdays: [6, 7], ...hours('08:00', '09:00') },
      ],
      citation: `Điều 4, ${commune}`,
    },
    silentDays: null,
    maximumSessionsPerDay: null,
    minutesPerSession: { value: 30, citation: `Điều 4, ${commune}` },
    maximumVolumeByHour: { value: volumes(50, 85), citation: `Điều 5, ${commune}` },
  },
]
