import type { EmergencyPurpose } from './emergency.ts'
import type { RiskLevel } from './risk-level.ts'

/** The words of CAP 1.2 §3.2.2, spelled as there: they go in and out of the house unchanged. */
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const

export type Urgency = (typeof urgencies)[number]
export type Severity = (typeof severities)[number]
export type Certainty = (typeof certainties)[number]

/** What a risk level says of the severity, until somebody says otherwise. */
export function severityOf(level: RiskLevel | null): Severity {
  if (level === null) return 'Unknown'
  return ({ 1: 'Minor', 2: 'Moderate', 3: 'Severe', 4: 'Extreme', 5: 'Extreme' } as const)[level]
}

/** The `msgType` of CAP 1.2 §3.2.1. The all-clear is an update whose response type is `AllClear`. */
export function messageTypeOf(purpose: EmergencyPurpose): 'Alert' | 'Update' | 'Cancel' {
  if (purpose === 'alert') return 'Alert'
  return purpose === 'cancellation' ? 'Cancel' : 'Update'
}
