import type { Instant } from '@nguon/domain/platform'
import { isDue } from './due-item.ts'
import { overrunMilliseconds } from './end-playback.ts'
import { leadMilliseconds, type PlayerState } from './player-state.ts'

/** The next instant at which a tick can change anything; null when only another event can. */
export function nextWake(state: PlayerState, now: Instant): Instant | null {
  const due = (state.lineup?.items ?? []).filter(item => item.endsAt > now && isDue(state, item))
  const { playing } = state
  const wakes = [
    ...due.flatMap(item => [item.startsAt - leadMilliseconds, item.startsAt, item.endsAt]),
    ...state.emergencies.flatMap(({ nextAt, document }) => (nextAt === null ? [] : [nextAt, document.expiresAt])),
    ...(playing ? [playing.until, playing.until + overrunMilliseconds] : []),
  ].filter(at => at > now)
  return wakes.length === 0 ? null : (Math.min(...wakes) as Instant)
}
