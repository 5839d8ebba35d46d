import type { UnitId } from '@nguon/domain/platform'
import type { UnitRules } from './unit-rules.ts'

/** What published regulations of provinces commonly set, to start from: a unit cites its own. */
export const rulePresets = {
  urban: { maximumSessionsPerDay: 2, minutesPerSession: 15, silentWeekdays: [6, 7] },
  rural: { maximumSessionsPerDay: 3, minutesPerSession: 45, silentWeekdays: [] },
} as const

export type RulePreset = keyof typeof rulePresets

/** `citation` names the unit's own regulation, as every rule must. Quiet hours are left to the default or the units above. */
export function presetRules(preset: RulePreset, unitId: UnitId, citation: string): UnitRules {
  const { maximumSessionsPerDay, minutesPerSession, silentWeekdays } = rulePresets[preset]
  return {
    unitId,
    quietHours: null,
    broadcastWindows: null,
    silentDays: silentWeekdays.length > 0 ? { value: { weekdays: silentWeekdays, days: [] }, citation } : null,
    maximumSessionsPerDay: { value: maximumSessionsPerDay, citation },
    minutesPerSession: { value: minutesPerSession, citation },
    maximumVolumeByHour: null,
  }
}
