import type { Airing } from '@nguon/domain/airings'
import type { AlarmKind } from './alarm.ts'
import type { Finding } from './finding.ts'
import type { AlarmThresholds } from './thresholds.ts'

/** Less than this share of what was planned is cut short, whatever the device calls it. */
const wholeShare = 0.98

/** Ends that are no fault of the device: somebody meant it so, or a rule of the unit did. */
const intended = ['withdrawn', 'shortened', 'silent-day', 'quiet-span', 'quiet-hours', 'outside-windows', 'volume-zero']

/** Missed because something else sounded, or because the line-up came too late: nothing to mend on the pole. */
const excused = ['another-item', 'late-lineup', 'emergency']

type Judged = { readonly trouble: AlarmKind; readonly reason: string } | 'whole' | null

/** One airing (A5): whole, a trouble, or neither, when it says nothing of the device. */
export function judgeAiring(airing: Airing, thresholds: AlarmThresholds): Judged {
  const { result, playedSeconds, plannedSeconds, heardLevel } = airing
  switch (result.kind) {
    case 'completed': {
      if (playedSeconds < plannedSeconds * wholeShare) return { trouble: 'airingFailed', reason: 'short' }
      const unheard = heardLevel !== null && heardLevel < thresholds.heardLevel
      return unheard ? { trouble: 'airingFailed', reason: 'not-heard' } : 'whole'
    }
    case 'failed':
      return { trouble: 'airingFailed', reason: result.reason }
    case 'interrupted':
      return ['restart', 'joined-late', 'lineup-expired'].includes(result.by)
        ? { trouble: 'airingFailed', reason: result.by }
        : null
    case 'missed':
      return excused.includes(result.reason) ? null : { trouble: 'airingMissed', reason: result.reason }
    case 'refused':
      return intended.includes(result.reason) ? null : { trouble: 'airingMissed', reason: result.reason }
  }
}

/**
 * What the airings of one device say, those that were not known before, in any order: the last word of each kind, by the time
 * of the plan. A whole airing ends what came before it, and never what came after it (A5.5).
 */
export function judgeAirings(airings: readonly Airing[], thresholds: AlarmThresholds): Finding[] {
  const inOrder = airings.toSorted((first, second) => first.plannedAt - second.plannedAt || first.seq - second.seq)
  const findings = new Map<AlarmKind, Finding>()
  for (const airing of inOrder) {
    const judged = judgeAiring(airing, thresholds)
    const { deviceId, title, plannedAt, playedSeconds, plannedSeconds } = airing
    if (judged === 'whole') {
      for (const kind of ['airingFailed', 'airingMissed'] as const) {
        findings.set(kind, { deviceId, kind, present: false })
      }
    } else if (judged) {
      const before = findings.get(judged.trouble)
      findings.set(judged.trouble, {
        deviceId,
        kind: judged.trouble,
        present: true,
        severity: judged.trouble === 'airingFailed' || airing.class !== 'normal' ? 'urgent' : 'serious',
        facts: { title, plannedAt, playedSeconds, plannedSeconds, reason: judged.reason },
        times: (before?.present ? (before.times ?? 1) : 0) + 1,
      })
    }
  }
  return [...findings.values()]
}
