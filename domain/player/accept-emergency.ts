import type { EmergencyAhead, EmergencyDocument } from '@nguon/domain/emergencies'
import type { Instant } from '@nguon/domain/platform'
import { endHeld, keepEmergencies } from './end-held.ts'
import { type HeldEmergency, isOver } from './held-emergency.ts'
import { judgeEmergency } from './judge-emergency.ts'
import type { PlayerState } from './player-state.ts'
import { inOrder, type Stepped } from './stepped.ts'

const mostHeld = 50
/** What is over is remembered as long, so that a copy sent again is known. */
const rememberedMilliseconds = 86_400_000
const mostAhead = 5

/** Takes an emergency or a drill, ends what it replaces, or refuses it (rules D19 to D22). */
export function acceptEmergency(
  state: PlayerState,
  document: EmergencyDocument,
  now: Instant | null,
  live: boolean,
): Stepped {
  const fault = judgeEmergency(state, document, now, live)
  if (fault !== null) {
    const detail = `${document.type} ${document.id}, version ${document.version}, unit ${document.unitId}`
    return { state, effects: [{ kind: 'refusal', at: now, subject: 'emergency', fault, detail }] }
  }
  if (state.emergencies.some(held => held.document.version === document.version)) return { state, effects: [] }
  return inOrder(state, [
    state => endReplaced(state, document, now),
    state => {
      const held = heldOf(state, document, now, live)
      return keepEmergencies({ ...state, emergencies: pruned([...state.emergencies, held], now) })
    },
  ])
}

function endReplaced(state: PlayerState, document: EmergencyDocument, now: Instant | null): Stepped {
  const reason = document.purpose === 'cancellation' ? 'cancelled' : 'replaced'
  const replaced = state.emergencies.filter(held => held.document.eventId === document.eventId && !isOver(held))
  return inOrder(
    state,
    replaced.map(held => state => endHeld(state, held, reason, now)),
  )
}

function heldOf(state: PlayerState, document: EmergencyDocument, now: Instant | null, live: boolean): HeldEmergency {
  const at = now ?? document.sentAt
  const bare = { document, at: now, turnAt: at, rounds: 0, playedSeconds: 0, startedAt: null, failures: 0, live }
  if (!document.play) return { ...bare, state: 'received', reason: null, nextAt: null }
  // Nobody near this loudspeaker heard what is put right: a correction alone would only frighten.
  const wrong = state.emergencies.filter(held => document.references.includes(held.document.id))
  const unheard = document.purpose === 'correction' && !wrong.some(held => held.state === 'played')
  if (unheard) return { ...bare, state: 'silent', reason: 'not-heard', nextAt: null }
  const ready = state.media[document.play.sha256] === 'ready'
  return { ...bare, state: ready ? 'ready' : 'received', reason: ready ? null : 'no-media', nextAt: at }
}

function pruned(held: readonly HeldEmergency[], now: Instant | null): readonly HeldEmergency[] {
  const kept = held.filter(({ document }) => now === null || document.expiresAt + rememberedMilliseconds > now)
  return kept.slice(-mostHeld)
}

/** Sound to fetch before it is asked for; it says nothing of whether it will be. */
export function takeAhead(state: PlayerState, ahead: EmergencyAhead, now: Instant | null): PlayerState {
  const mine = ahead.unitId === state.unitId && ahead.deviceIds.includes(state.deviceId)
  if (!mine || now === null || ahead.until <= now) return state
  return { ...state, ahead: [...state.ahead.filter(({ until }) => until > now), ahead].slice(-mostAhead) }
}
