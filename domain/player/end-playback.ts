import type { AiringResult } from '@nguon/domain/airings'
import type { Instant } from '@nguon/domain/platform'
import { endOfSound } from './begin-playback.ts'
import { emergencyReason } from './end-held.ts'
import { itemToPlay, rankOf, refusedBy } from './due-item.ts'
import { itemKey, type Playback, type PlayerState } from './player-state.ts'
import type { PlayerEvent } from './player-event.ts'
import type { Stepped } from './stepped.ts'
import { writeAiring } from './write-airing.ts'

/** A sound that should have ended by itself is stopped after this. */
export const overrunMilliseconds = 2_000

const wholeShare = 0.98

/** Stops what sounds when it may no longer (rules D6, D7, D9, D12). */
export function stopPlayback(state: PlayerState, now: Instant): Stepped {
  const { playing } = state
  if (!playing || playing.stoppedBy !== null) return { state, effects: [] }
  const by = stopReason(state, playing, now)
  if (by === null) return { state, effects: [] }
  return {
    state: { ...state, playing: { ...playing, stoppedBy: by } },
    effects: [{ kind: 'stop', key: playing.key }],
  }
}

function stopReason(state: PlayerState, playing: Playback, now: Instant): string | null {
  const same = state.lineup?.items.find(item => itemKey(item) === playing.key)
  if (same?.rendition.mediaSha256 !== playing.item.rendition.mediaSha256) return 'withdrawn'
  if (playing.cutBy !== null && now >= playing.until) return playing.cutBy
  if (now >= playing.until + overrunMilliseconds) return 'overrun'
  const refused = refusedBy(state, same, Math.max(now, same.startsAt) as Instant)
  if (refused !== null) return refused
  const next = itemToPlay({ ...state, playing: null }, now)
  if (next && next.startsAt <= now && rankOf(next) > rankOf(same)) return next.id
  return null
}

/** After a new line-up: what plays may have to end at another instant than was planned. */
export function replanPlayback(state: PlayerState, now: Instant): Stepped {
  const { playing, lineup } = state
  const item = lineup?.items.find(candidate => itemKey(candidate) === playing?.key)
  if (!playing || !lineup || !item) return { state, effects: [] }
  const limit = endOfSound(state, lineup, item, Math.max(now, item.startsAt) as Instant)
  if (limit.until >= playing.until) return { state, effects: [] }
  const cutBy = limit.by ?? 'shortened'
  return { state: { ...state, playing: { ...playing, until: limit.until, cutBy } }, effects: [] }
}

export function playbackStarted(
  state: PlayerState,
  event: Extract<PlayerEvent, { kind: 'playback-started' }>,
): PlayerState {
  const { playing } = state
  if (playing?.key !== event.key) return state
  return { ...state, playing: { ...playing, sounding: true, startedAt: playing.startedAt ?? event.startedAt } }
}

export function playbackEnded(state: PlayerState, event: Extract<PlayerEvent, { kind: 'playback-ended' }>): Stepped {
  const { playing } = state
  if (playing?.key !== event.key) return { state, effects: [] }
  const after: PlayerState = { ...state, playing: null, media: mediaAfter(state, playing, event.fault) }
  // Stopped before it sounded: it is still due, and may be joined, refused or missed like any other.
  if (playing.stoppedBy !== null && playing.startedAt === null && event.playedSeconds === 0)
    return { state: after, effects: [] }
  // It goes on where the others are once the emergency is over; what had sounded of it counts (rule D24).
  if (playing.stoppedBy === emergencyReason) return { state: withCut(after, playing, event.playedSeconds), effects: [] }
  return writeAiring(after, {
    item: playing.item,
    lineupVersion: playing.lineupVersion,
    plannedSeconds: playing.plannedSeconds,
    startedAt: playing.startedAt,
    playedSeconds: playing.earlierSeconds + event.playedSeconds,
    result: resultOf(playing, event.playedSeconds, event.fault),
  })
}

function withCut(state: PlayerState, playing: Playback, playedSeconds: number): PlayerState {
  const playback = { ...playing, stoppedBy: null, sounding: false }
  return { ...state, cut: { playback, playedSeconds: playing.earlierSeconds + playedSeconds, by: emergencyReason } }
}

function mediaAfter(state: PlayerState, playing: Playback, fault: string | null): PlayerState['media'] {
  if (fault !== 'hash') return state.media
  return { ...state.media, [playing.item.rendition.mediaSha256]: 'failed' }
}

/** Rule D14. */
function resultOf(playing: Playback, playedSeconds: number, fault: string | null): AiringResult {
  if (playing.earlierSeconds + playedSeconds >= playing.plannedSeconds * wholeShare) return { kind: 'completed' }
  if (fault !== null) return { kind: 'failed', reason: fault }
  if (playing.stoppedBy !== null && playing.stoppedBy !== 'overrun')
    return { kind: 'interrupted', by: playing.stoppedBy }
  const asOrdered = playedSeconds >= playing.expectedSeconds * wholeShare
  const cause = playing.cutBy ?? playing.shortBy
  return asOrdered && cause !== null ? { kind: 'interrupted', by: cause } : { kind: 'failed', reason: 'short' }
}
