import { type Instant, instant } from '@nguon/domain/platform'
import { keepEmergencies, writeTurn } from './end-held.ts'
import { changeHeld, type HeldEmergency, isOver } from './held-emergency.ts'
import type { PlayerEvent } from './player-event.ts'
import type { PlayerState } from './player-state.ts'
import { inOrder, type Stepped } from './stepped.ts'

const wholeShare = 0.98
/** A sound that failed is tried again after this, so often in a row. */
const againMilliseconds = 5_000
const mostFailures = 10

export function roundStarted(state: PlayerState, event: Extract<PlayerEvent, { kind: 'playback-started' }>): Stepped {
  const { sounding } = state
  if (sounding?.key !== event.key) return { state, effects: [] }
  const { startedAt } = event
  const began = changeHeld({ ...state, sounding: { ...sounding, startedAt } }, sounding.id, held => ({
    startedAt: held.startedAt ?? startedAt,
    ...(isOver(held) ? {} : { state: 'playing' as const, at: event.now, reason: null }),
  }))
  return keepEmergencies(began)
}

/** A round is whole, was ended or failed: what comes next, and the airing of the turn when it is over (rule D25). */
export function roundEnded(state: PlayerState, event: Extract<PlayerEvent, { kind: 'playback-ended' }>): Stepped {
  const { sounding } = state
  if (sounding?.key !== event.key) return { state, effects: [] }
  const free: PlayerState = { ...state, sounding: null }
  const held = state.emergencies.find(({ document }) => document.id === sounding.id)
  const play = held?.document.play
  if (!held || !play) return { state: free, effects: [] }
  const whole = event.playedSeconds >= play.seconds * wholeShare
  const after: HeldEmergency = {
    ...held,
    rounds: held.rounds + Number(whole),
    playedSeconds: held.playedSeconds + event.playedSeconds,
    failures: whole ? 0 : held.failures + 1,
  }
  const by = endedBy(held, sounding.stoppedBy, event.now)
  if (by !== null) return giveUp(free, after, by, event.now)
  if (!whole) return again(free, after, event)
  if (after.rounds >= play.rounds) return endTurn(free, after, event.now)
  const nextAt = instant((event.now ?? held.turnAt) + Math.round(play.pauseSeconds * 1000))
  return keep(free, { ...after, nextAt })
}

function endedBy(held: HeldEmergency, stoppedBy: string | null, now: Instant | null): string | null {
  if (stoppedBy !== null) return stoppedBy
  if (isOver(held)) return held.reason ?? 'cancelled'
  return now !== null && held.document.expiresAt <= now ? 'expired' : null
}

/** A drill that gave way to an emergency ends here too: nobody takes up an exercise after the real thing. */
function giveUp(state: PlayerState, after: HeldEmergency, by: string, now: Instant | null): Stepped {
  const sounded = after.playedSeconds > 0
  const ended = {
    ...after,
    state: sounded ? ('played' as const) : ('silent' as const),
    reason: by,
    at: now,
    nextAt: null,
  }
  return inOrder(state, [
    state => keep(state, ended),
    state => (sounded ? writeTurn(state, after, by) : { state, effects: [] }),
  ])
}

function endTurn(state: PlayerState, after: HeldEmergency, now: Instant | null): Stepped {
  const turnAt = nextTurn(after, now)
  const played = { ...after, state: 'played' as const, reason: null, at: now, nextAt: turnAt }
  const fresh = turnAt === null ? {} : { turnAt, rounds: 0, playedSeconds: 0, startedAt: null }
  return inOrder(state, [state => keep(state, { ...played, ...fresh }), state => writeTurn(state, after, null)])
}

function nextTurn({ document, turnAt }: HeldEmergency, now: Instant | null): Instant | null {
  const minutes = document.play?.everyMinutes ?? null
  if (minutes === null || now === null) return null
  const passed = Math.floor((now - turnAt) / (minutes * 60_000)) + 1
  const next = turnAt + passed * minutes * 60_000
  return next < document.expiresAt ? instant(next) : null
}

/** It failed by itself and is still wanted: whole rounds count, this one comes again. */
function again(
  state: PlayerState,
  after: HeldEmergency,
  event: { now: Instant | null; fault: string | null },
): Stepped {
  const { now, fault } = event
  const sha256 = after.document.play?.sha256
  const lost = fault === 'hash' && sha256 !== undefined
  const next: PlayerState = lost ? { ...state, media: { ...state.media, [sha256]: 'failed' } } : state
  if (now === null || after.failures >= mostFailures) return giveUp(next, after, 'failed', now)
  return keep(next, {
    ...after,
    state: lost && after.state !== 'played' ? 'received' : after.state,
    reason: lost ? 'no-media' : (fault ?? 'short'),
    at: now,
    nextAt: instant(now + againMilliseconds),
  })
}

function keep(state: PlayerState, held: HeldEmergency): Stepped {
  return keepEmergencies(changeHeld(state, held.document.id, () => held))
}
