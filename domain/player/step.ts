import type { Instant, Sha256 } from '@nguon/domain/platform'
import { acceptAssignment } from './accept-assignment.ts'
import { acceptEmergency, takeAhead } from './accept-emergency.ts'
import { acceptLineup } from './accept-lineup.ts'
import { beginPlayback } from './begin-playback.ts'
import { playbackEnded, playbackStarted, replanPlayback, stopPlayback } from './end-playback.ts'
import { roundEnded, roundStarted } from './end-round.ts'
import { emergencyHolds } from './held-emergency.ts'
import type { PlayerEvent } from './player-event.ts'
import type { MediaState, PlayerState } from './player-state.ts'
import { noteHindrances, recordCut, recordMissed, refuseForbidden } from './record-past.ts'
import { settleEmergencies } from './sound-emergency.ts'
import { inOrder, type Stepped } from './stepped.ts'

export type { Stepped } from './stepped.ts'

/** The whole player: what it is after an event, and what the shell has to do, in order. Rules in SPEC.md. */
export function step(state: PlayerState, event: PlayerEvent): Stepped {
  return inOrder(state, [
    state => take(state, event),
    state => settleEmergencies(state, event.now),
    state => settle(state, event.now),
  ])
}

function take(state: PlayerState, event: PlayerEvent): Stepped {
  switch (event.kind) {
    case 'tick':
      return { state, effects: [] }
    case 'time-trusted':
      return { state: withTrustedTime(state, event), effects: [] }
    case 'lineup': {
      const accepted = acceptLineup(state, event.lineup, event.now)
      const { now } = event
      return now === null ? accepted : inOrder(state, [() => accepted, state => replanPlayback(state, now)])
    }
    case 'assignment':
      return acceptAssignment(state, event.assignment, event.now)
    case 'emergency':
      return acceptEmergency(state, event.document, event.now, event.live)
    case 'ahead':
      return { state: takeAhead(state, event.ahead, event.now), effects: [] }
    case 'media-ready':
      return { state: withMedia(state, event.sha256, 'ready'), effects: [] }
    case 'media-failed':
      return { state: withMedia(state, event.sha256, 'failed'), effects: [] }
    case 'playback-started':
      return event.key === state.sounding?.key
        ? roundStarted(state, event)
        : { state: playbackStarted(state, event), effects: [] }
    case 'playback-ended':
      return event.key === state.sounding?.key ? roundEnded(state, event) : playbackEnded(state, event)
  }
}

/** Whatever happened, everything that is due at this instant is brought in order; without trusted time nothing is. */
function settle(state: PlayerState, now: Instant | null): Stepped {
  if (now === null) return { state, effects: [] }
  return inOrder(state, [
    state => recordCut(state, now),
    state => recordMissed(state, now),
    state => refuseForbidden(state, now),
    state => stopPlayback(state, now),
    state => (emergencyHolds(state, now) ? { state, effects: [] } : beginPlayback(state, now)),
    state => noteHindrances(state, now),
  ])
}

function withTrustedTime(state: PlayerState, event: { now: Instant; runningSince: Instant }): PlayerState {
  return state.trusted ? state : { ...state, trusted: { runningSince: event.runningSince, trustedSince: event.now } }
}

function withMedia(state: PlayerState, sha256: Sha256, media: MediaState): PlayerState {
  return { ...state, media: { ...state.media, [sha256]: media } }
}
