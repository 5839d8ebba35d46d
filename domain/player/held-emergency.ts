import type { DeliveryState, EmergencyDocument, EmergencyId } from '@nguon/domain/emergencies'
import type { Instant } from '@nguon/domain/platform'
import type { ItemKey, PlayerState } from './player-state.ts'

/** An emergency or drill the device accepted, and how it stands here. Plain data: the shell keeps it for a restart. */
export interface HeldEmergency {
  readonly document: EmergencyDocument
  readonly state: Exclude<DeliveryState, 'sent'>
  /** Why it waits or stays silent; null when there is nothing to say. */
  readonly reason: string | null
  /** When it came to that; null while the device does not know the time. */
  readonly at: Instant | null
  /** When its turn began: all rounds, one after the other. */
  readonly turnAt: Instant
  /** Whole rounds of this turn that sounded. */
  readonly rounds: number
  /** What sounded of this turn, for its airing. */
  readonly playedSeconds: number
  readonly startedAt: Instant | null
  /** How often in a row its sound failed. */
  readonly failures: number
  /** The next round, or the next turn, begins; null: it has nothing more to sound. */
  readonly nextAt: Instant | null
  /** It came over the line in this run, so it may sound on a device that does not know the time. */
  readonly live: boolean
}

/** One round of an emergency in the sound's hands. */
export interface EmergencyRound {
  readonly id: EmergencyId
  readonly key: ItemKey
  readonly startedAt: Instant | null
  /** The order to stop was given, for this reason; its end is awaited. */
  readonly stoppedBy: string | null
}

export function isOver({ nextAt }: HeldEmergency): boolean {
  return nextAt === null
}

/** Its turn has begun and is not whole: nothing else sounds in its pauses. */
export function isInTurn({ document, rounds, nextAt }: HeldEmergency): boolean {
  return nextAt !== null && rounds > 0 && rounds < (document.play?.rounds ?? 0)
}

/** Emergencies before drills, the newest first. */
export function compareEmergencies(left: HeldEmergency, right: HeldEmergency): number {
  const drill = (held: HeldEmergency) => Number(held.document.type === 'drill')
  return drill(left) - drill(right) || right.document.version - left.document.version
}

/** Its audio is on the device. */
export function hasSound(state: PlayerState, { document: { play } }: HeldEmergency): boolean {
  return play !== null && state.media[play.sha256] === 'ready'
}

/** What may and can sound now; without trusted time only what came live. */
export function emergencyToSound(state: PlayerState, now: Instant | null): HeldEmergency | null {
  const able = state.emergencies.filter(held => {
    if (held.nextAt === null || !hasSound(state, held)) return false
    return now === null ? held.live : held.nextAt <= now && now < held.document.expiresAt
  })
  return able.toSorted(compareEmergencies)[0] ?? null
}

/** Whether an emergency has the sound, or a pause of one: programmes wait. */
export function emergencyHolds(state: PlayerState, now: Instant | null): boolean {
  if (state.sounding || emergencyToSound(state, now)) return true
  return state.emergencies.some(held => isInTurn(held) && hasSound(state, held))
}

export function changeHeld(
  state: PlayerState,
  id: EmergencyId,
  change: (held: HeldEmergency) => Partial<HeldEmergency>,
): PlayerState {
  const emergencies = state.emergencies.map(held => (held.document.id === id ? { ...held, ...change(held) } : held))
  return { ...state, emergencies }
}
