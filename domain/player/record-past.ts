import type { LineupItem } from '@nguon/domain/lineups'
import type { Instant } from '@nguon/domain/platform'
import { currentItems, hindranceOf, isDue, refusedBy } from './due-item.ts'
import { emergencyReason } from './end-held.ts'
import { emergencyHolds } from './held-emergency.ts'
import { plannedSeconds } from './planned-seconds.ts'
import { itemKey, type PlayerState } from './player-state.ts'
import { inOrder, type Stepped } from './stepped.ts'
import { writeAiring } from './write-airing.ts'

/** What is over without having sounded is recorded and never played (incident I18). */
export function recordMissed(state: PlayerState, now: Instant): Stepped {
  const past = (state.lineup?.items ?? [])
    .filter(item => item.endsAt <= now && isDue(state, item) && itemKey(item) !== state.playing?.key)
    .filter(item => itemKey(item) !== state.cut?.playback.key)
    .toSorted((left, right) => left.startsAt - right.startsAt)
  return inOrder(
    state,
    past.map(item => state => writeSilent(state, item, { kind: 'missed', reason: missedBecause(state, item) })),
  )
}

function missedBecause(state: PlayerState, item: LineupItem): string {
  const known = state.hindrances[itemKey(item)]
  if (known) return known
  if (state.acceptedAt !== null && item.endsAt <= state.acceptedAt) return 'late-lineup'
  const { trusted } = state
  if (trusted && item.endsAt > trusted.runningSince && item.startsAt < trusted.trustedSince) return 'no-trusted-time'
  return 'off'
}

/** A playback that a restart cut and that can no longer be joined. */
export function recordCut(state: PlayerState, now: Instant): Stepped {
  const { cut } = state
  const joinable = cut && currentItems(state, now).some(item => itemKey(item) === cut.playback.key)
  if (!cut || joinable || state.playing?.key === cut.playback.key) return { state, effects: [] }
  const { item, lineupVersion, plannedSeconds, startedAt } = cut.playback
  const playedSeconds = cut.playedSeconds
  const result =
    playedSeconds >= plannedSeconds * 0.98
      ? ({ kind: 'completed' } as const)
      : ({ kind: 'interrupted', by: cut.by ?? 'restart' } as const)
  return writeAiring(state, { item, lineupVersion, plannedSeconds, startedAt, playedSeconds, result })
}

/** What would start now against the guard or from a dead line-up is refused for good (rules D4, D7). */
export function refuseForbidden(state: PlayerState, now: Instant): Stepped {
  const forbidden = currentItems(state, now).filter(
    item => item.startsAt <= now && itemKey(item) !== state.playing?.key && itemKey(item) !== state.cut?.playback.key,
  )
  return inOrder(
    state,
    forbidden.map(item => state => {
      const reason = refusedBy(state, item, now)
      return reason === null ? { state, effects: [] } : writeSilent(state, item, { kind: 'refused', reason })
    }),
  )
}

/** Remembers why what is due does not sound, for its airing. */
export function noteHindrances(state: PlayerState, now: Instant): Stepped {
  const waiting = currentItems(state, now).filter(item => item.startsAt <= now && itemKey(item) !== state.playing?.key)
  const waitsFor = emergencyHolds(state, now) ? emergencyReason : 'another-item'
  const noted = waiting.map(item => [itemKey(item), hindranceOf(state, item) ?? waitsFor])
  return noted.length === 0
    ? { state, effects: [] }
    : { state: { ...state, hindrances: { ...state.hindrances, ...Object.fromEntries(noted) } }, effects: [] }
}

function writeSilent(
  state: PlayerState,
  item: LineupItem,
  result: { readonly kind: 'missed' | 'refused'; readonly reason: string },
): Stepped {
  const { lineup } = state
  if (!lineup) return { state, effects: [] }
  return writeAiring(state, {
    item,
    lineupVersion: lineup.version,
    plannedSeconds: plannedSeconds(lineup, item),
    startedAt: null,
    playedSeconds: 0,
    result,
  })
}
