import type { AiringResult } from '@nguon/domain/airings'
import type { Instant, SlotId } from '@nguon/domain/platform'
import { changeHeld, type HeldEmergency } from './held-emergency.ts'
import type { PlayerState } from './player-state.ts'
import type { Stepped } from './stepped.ts'
import { writeAiring } from './write-airing.ts'

/** The word of airings for what an emergency cut, kept waiting or delayed. */
export const emergencyReason = 'emergency'

const wholeShare = 0.98

/** The shell keeps them and tells the server. */
export function keepEmergencies(state: PlayerState): Stepped {
  return { state, effects: [{ kind: 'keep-emergencies', emergencies: state.emergencies }] }
}

/** It sounds no more; what sounded of it stays told, and has its airing unless that round is still to end. */
export function endHeld(state: PlayerState, held: HeldEmergency, reason: string, now: Instant | null): Stepped {
  const sounded = held.state === 'played' || held.state === 'playing'
  const ended = changeHeld(state, held.document.id, () => ({
    state: sounded ? 'played' : 'silent',
    reason,
    at: now ?? held.at,
    nextAt: null,
  }))
  const inHand = state.sounding?.id === held.document.id
  return held.playedSeconds > 0 && !inHand ? writeTurn(ended, held, reason) : { state: ended, effects: [] }
}

/** A turn that is whole, or that something ended, is one airing (rule D25). */
export function writeTurn(state: PlayerState, held: HeldEmergency, by: string | null): Stepped {
  const { document, turnAt, startedAt, playedSeconds } = held
  const { play } = document
  if (!play) return { state, effects: [] }
  const plannedSeconds = play.rounds * play.seconds
  const item = {
    id: document.id,
    slotId: document.id as string as SlotId,
    startsAt: turnAt,
    endsAt: document.expiresAt,
    class: 'emergency' as const,
    title: document.title,
    rendition: { mediaSha256: play.sha256, offsetSeconds: 0 },
    contentHashes: [],
    bulletinIds: [],
  }
  const result = resultOf(playedSeconds / plannedSeconds, by)
  return writeAiring(state, { item, lineupVersion: document.version, plannedSeconds, startedAt, playedSeconds, result })
}

function resultOf(share: number, by: string | null): AiringResult {
  if (share >= wholeShare) return { kind: 'completed' }
  return by === null ? { kind: 'failed', reason: 'short' } : { kind: 'interrupted', by }
}
