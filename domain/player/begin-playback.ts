import type { Lineup, LineupItem } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'
import { hindranceOf, isDue, itemToPlay, rankOf, refusedBy } from './due-item.ts'
import { emergencyReason } from './end-held.ts'
import { soundingLimit, volumeLevels } from './guard.ts'
import { endOfLife } from './judge-lineup.ts'
import { plannedSeconds } from './planned-seconds.ts'
import { itemKey, joinToleranceMilliseconds, type Playback, type PlayerState } from './player-state.ts'
import type { Stepped } from './stepped.ts'

/** Hands the next item to the sound, if nothing is in its hands (rule D6). */
export function beginPlayback(state: PlayerState, now: Instant): Stepped {
  const { lineup } = state
  const item = state.playing || !lineup ? null : itemToPlay(state, now)
  if (!item || !lineup) return { state, effects: [] }
  const at = Math.max(now, item.startsAt) as Instant
  const skippedSeconds = at - item.startsAt > joinToleranceMilliseconds ? (at - item.startsAt) / 1000 : 0
  const limit = endOfSound(state, lineup, item, at)
  const cut = state.cut?.playback.key === itemKey(item) ? state.cut : null
  const playing: Playback = {
    key: itemKey(item),
    item,
    lineupVersion: lineup.version,
    plannedSeconds: plannedSeconds(lineup, item),
    expectedSeconds: Math.min(plannedSeconds(lineup, item) - skippedSeconds, (limit.until - at) / 1000),
    until: limit.until,
    cutBy: limit.by,
    startedAt: cut?.playback.startedAt ?? null,
    sounding: false,
    earlierSeconds: cut?.playedSeconds ?? 0,
    shortBy: cut ? (cut.by ?? 'restart') : at > item.startsAt ? lateBy(state, item) : null,
    stoppedBy: null,
  }
  return {
    state: { ...state, playing },
    effects: [
      {
        kind: 'play',
        key: playing.key,
        itemId: item.id,
        mediaSha256: item.rendition.mediaSha256,
        offsetSeconds: item.rendition.offsetSeconds + skippedSeconds,
        at,
        seconds: (limit.until - at) / 1000,
        levels: volumeLevels(lineup.guard, at, limit.until, item.class),
        plannedAt: item.startsAt,
      },
    ],
  }
}

/** What kept it waiting: an emergency is no fault of the device. */
function lateBy(state: PlayerState, item: LineupItem): string {
  return state.hindrances[itemKey(item)] === emergencyReason ? emergencyReason : 'joined-late'
}

/** Where an item that sounds from `at` has to end, and by what if that is not its own end. */
export function endOfSound(
  state: PlayerState,
  lineup: Lineup,
  item: LineupItem,
  at: Instant,
): { readonly until: Instant; readonly by: string | null } {
  const higher = lineup.items
    .filter(other => at < other.startsAt && rankOf(other) > rankOf(item) && isDue(state, other))
    .filter(other => refusedBy(state, other, other.startsAt) === null && hindranceOf(state, other) === null)
  const ends: { until: Instant; by: string | null }[] = [
    { until: item.endsAt, by: null },
    { until: endOfLife(lineup), by: 'lineup-expired' },
    ...higher.map(other => ({ until: other.startsAt, by: other.id })),
  ]
  const first = ends.reduce((best, end) => (end.until < best.until ? end : best))
  const guarded = soundingLimit(lineup.guard, at, first.until, item.class)
  return guarded.by ? guarded : first
}
