import { type DeviceId, type Instant } from '@nguon/domain/platform'
import type { Finding } from './finding.ts'
import type { AlarmThresholds } from './thresholds.ts'

/** A claimed device as it was last heard of. */
export interface LastWord {
  readonly deviceId: DeviceId
  readonly kind: 'speaker' | 'board'
  readonly claimedAt: Instant
  readonly lastSeenAt: Instant | null
  readonly lineupIssuedAt: Instant | null
  readonly lastTestAt: Instant | null
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The instants before which a last word is too old; what lies after all of them need not be looked at. */
export function silenceLimits(now: Instant, thresholds: AlarmThresholds) {
  const before = (span: number) => (now - span) as Instant
  return {
    silent: before(thresholds.silentMinutes * minute),
    longSilent: before(thresholds.longSilentHours * hour),
    lineup: before(thresholds.lineupHours.raise * hour),
    selfTest: before(thresholds.selfTestDays * day),
  }
}

/**
 * What it says that a device said nothing (A4). `listeningSince`: since when the server has listened without a break; what
 * it could not hear is nobody's silence.
 */
export function judgeSilence(
  { deviceId, kind, claimedAt, lastSeenAt, lineupIssuedAt, lastTestAt }: LastWord,
  { now, listeningSince, thresholds }: { now: Instant; listeningSince: Instant; thresholds: AlarmThresholds },
): Finding[] {
  const limits = silenceLimits(now, thresholds)
  const findings: Finding[] = []
  // One that was claimed anew starts anew.
  const heardAt = Math.max(lastSeenAt ?? 0, claimedAt)
  const listened = listeningSince <= limits.silent
  if (heardAt <= limits.silent && listened) {
    const severity = heardAt <= limits.longSilent ? 'urgent' : 'serious'
    findings.push({ deviceId, kind: 'silent', present: true, severity, facts: { lastSeenAt } })
  }
  // Of a device that says nothing at all one alarm is enough.
  if (heardAt <= limits.silent) return findings
  if ((lineupIssuedAt ?? claimedAt) <= limits.lineup) {
    findings.push({ deviceId, kind: 'lineupOld', present: true, severity: 'serious', facts: { lineupIssuedAt } })
  }
  if (kind === 'speaker' && (lastTestAt ?? claimedAt) <= limits.selfTest) {
    findings.push({ deviceId, kind: 'selfTestOverdue', present: true, severity: 'minor', facts: { lastTestAt } })
  }
  return findings
}
