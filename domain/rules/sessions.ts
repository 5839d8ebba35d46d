import { type Instant, type Span } from '@nguon/domain/platform'

/** Sound with no longer pause than this is one session (buổi phát) in the sense of the units' regulations (rule P6.7). */
export const longestPauseSeconds = 600

export interface Session extends Span {
  /** Sounding time without the pauses. */
  readonly seconds: number
}

/** Takes spans in any order; they may overlap. */
export function sessionsOf(spans: readonly Span[]): Session[] {
  const sessions: { startsAt: Instant; endsAt: Instant; seconds: number }[] = []
  for (const span of spans.toSorted((first, second) => first.startsAt - second.startsAt)) {
    const session = sessions.at(-1)
    if (!session || span.startsAt - session.endsAt > longestPauseSeconds * 1000) {
      sessions.push({ ...span, seconds: (span.endsAt - span.startsAt) / 1000 })
    } else if (span.endsAt > session.endsAt) {
      session.seconds += (span.endsAt - Math.max(span.startsAt, session.endsAt)) / 1000
      session.endsAt = span.endsAt
    }
  }
  return sessions
}
