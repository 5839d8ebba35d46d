import type { AccountId, Instant } from '@nguon/domain/platform'
import { type Alarm, momentaryKinds } from './alarm.ts'

/** Somebody has seen it: it ends now when its cause is gone, else with its cause (A2.4, A2.5). */
export function acknowledgeAlarm(
  alarm: Alarm,
  by: { readonly accountId: AccountId; readonly name: string },
  { now, note }: { now: Instant; note: string },
): Alarm {
  const clearedAt = alarm.clearedAt ?? (momentaryKinds.includes(alarm.kind) ? now : null)
  return {
    ...alarm,
    clearedAt,
    acknowledgedAt: now,
    acknowledgedBy: by.accountId,
    acknowledgedName: by.name,
    note: note === '' ? alarm.note : note,
    closedAt: clearedAt === null ? null : now,
  }
}

/** How an alarm stands, as lists show it. `past`: the cause is gone, but nobody has acknowledged it. */
export const alarmStandings = ['open', 'past', 'acknowledged', 'closed'] as const

export type AlarmStanding = (typeof alarmStandings)[number]

export function standingOf({
  closedAt,
  acknowledgedAt,
  clearedAt,
}: Pick<Alarm, 'closedAt' | 'acknowledgedAt' | 'clearedAt'>): AlarmStanding {
  if (closedAt !== null) return 'closed'
  if (acknowledgedAt !== null) return 'acknowledged'
  return clearedAt === null ? 'open' : 'past'
}
