import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import { type Alarm, type AlarmId, alarmSeverities, momentaryKinds } from './alarm.ts'
import type { Finding } from './finding.ts'

const rank = (severity: Alarm['severity']) => alarmSeverities.indexOf(severity)

/** Trouble that is there, of whatever it is found. */
export type Trouble = Omit<Extract<Finding, { present: true }>, 'deviceId'>

/** The alarm a finding opens (A2.1). */
export function openAlarm(
  { kind, severity, facts, times = 1 }: Trouble,
  { id, deviceId, unitId, now }: { id: AlarmId; deviceId: DeviceId | null; unitId: UnitId; now: Instant },
): Alarm {
  return {
    id,
    deviceId,
    unitId,
    kind,
    severity,
    facts,
    version: 1,
    occurrences: times,
    openedAt: now,
    renewedAt: now,
    clearedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgedName: null,
    note: '',
    closedAt: null,
  }
}

/** What a finding makes of the alarm that stands; the same object when it changes nothing (A2.2 to A2.6). */
export function applyFinding(standing: Alarm, finding: Trouble | { readonly present: false }, now: Instant): Alarm {
  if (!finding.present) return clear(standing, now)
  const { severity, facts, times = 1 } = finding
  const told = { ...standing, facts: { ...standing.facts, ...facts } }
  const worse = rank(severity) > rank(standing.severity)
  const again = standing.clearedAt !== null || momentaryKinds.includes(standing.kind) || finding.times !== undefined
  if (!worse && !again) return sameFacts(standing, told) ? standing : told
  return {
    ...told,
    severity: worse ? severity : standing.severity,
    version: standing.version + 1,
    occurrences: standing.occurrences + (again ? times : 0),
    renewedAt: now,
    clearedAt: null,
    ...(worse ? { acknowledgedAt: null, acknowledgedBy: null, acknowledgedName: null } : {}),
  }
}

function clear(standing: Alarm, now: Instant): Alarm {
  if (standing.clearedAt !== null || momentaryKinds.includes(standing.kind)) return standing
  return { ...standing, clearedAt: now, closedAt: standing.acknowledgedAt === null ? null : now }
}

function sameFacts({ facts: before }: Alarm, { facts: after }: Alarm): boolean {
  return Object.entries(after).every(([name, value]) => before[name as keyof typeof before] === value)
}
