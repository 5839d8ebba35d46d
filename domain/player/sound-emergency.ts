import type { Instant } from '@nguon/domain/platform'
import { emergencyReason, endHeld, keepEmergencies } from './end-held.ts'
import { changeHeld, emergencyToSound, hasSound, type HeldEmergency, isOver } from './held-emergency.ts'
import type { ItemKey, PlayerState } from './player-state.ts'
import { inOrder, type Stepped } from './stepped.ts'

/** Brings the emergencies in order, before any programme: what is over ends, what is due sounds (rules D22 to D24). */
export function settleEmergencies(state: PlayerState, now: Instant | null): Stepped {
  if (state.emergencies.length === 0) return { state, effects: [] }
  return inOrder(state, [
    state => expire(state, now),
    state => noteMedia(state, now),
    state => stopRound(state, now),
    state => preempt(state, now),
    state => beginRound(state, now),
  ])
}

function expire(state: PlayerState, now: Instant | null): Stepped {
  const over = state.emergencies.filter(held => now !== null && held.document.expiresAt <= now && !isOver(held))
  if (over.length === 0) return { state, effects: [] }
  const reason = (held: HeldEmergency) => (held.reason === 'no-media' ? 'no-media' : 'expired')
  const ends = over.map(held => (state: PlayerState) => endHeld(state, held, reason(held), now))
  return inOrder(state, [...ends, keepEmergencies])
}

/** It has its audio now, or lost it. */
function noteMedia(state: PlayerState, now: Instant | null): Stepped {
  const waiting = state.emergencies.filter(held => !isOver(held) && held.state === 'received' && hasSound(state, held))
  if (waiting.length === 0) return { state, effects: [] }
  return keepEmergencies(
    waiting.reduce(
      (state, { document }) => changeHeld(state, document.id, () => ({ state: 'ready', reason: null, at: now })),
      state,
    ),
  )
}

function stopRound(state: PlayerState, now: Instant | null): Stepped {
  const { sounding } = state
  if (!sounding || sounding.stoppedBy !== null) return { state, effects: [] }
  const held = state.emergencies.find(({ document }) => document.id === sounding.id)
  const first = emergencyToSound(state, now)
  const by = !held || isOver(held) ? (held?.reason ?? 'cancelled') : outranked(held, first) ? emergencyReason : null
  if (by === null) return { state, effects: [] }
  return {
    state: { ...state, sounding: { ...sounding, stoppedBy: by } },
    effects: [{ kind: 'stop', key: sounding.key }],
  }
}

/** A drill gives way to an emergency at once; a second emergency waits for the turn of the first. */
function outranked(held: HeldEmergency, first: HeldEmergency | null): boolean {
  return held.document.type === 'drill' && first?.document.type === 'emergency'
}

/** Whatever programme sounds or is about to gives way. */
function preempt(state: PlayerState, now: Instant | null): Stepped {
  const { playing } = state
  if (!playing || playing.stoppedBy !== null || !emergencyToSound(state, now)) return { state, effects: [] }
  return {
    state: { ...state, playing: { ...playing, stoppedBy: emergencyReason } },
    effects: [{ kind: 'stop', key: playing.key }],
  }
}

function beginRound(state: PlayerState, now: Instant | null): Stepped {
  if (state.playing || state.sounding) return { state, effects: [] }
  const held = emergencyToSound(state, now)
  if (!held?.document.play) return { state, effects: [] }
  const { id, play, expiresAt } = held.document
  const at = now ?? held.turnAt
  const key = `${id}@${held.turnAt}#${held.rounds + 1}` as ItemKey
  const seconds = now === null ? play.seconds : Math.min(play.seconds, (expiresAt - now) / 1000)
  return {
    state: { ...state, sounding: { id, key, startedAt: null, stoppedBy: null } },
    effects: [
      {
        kind: 'play',
        key,
        itemId: id,
        mediaSha256: play.sha256,
        offsetSeconds: 0,
        at,
        seconds,
        levels: [{ fromSeconds: 0, volume: 100 }],
        plannedAt: held.turnAt,
      },
    ],
  }
}
