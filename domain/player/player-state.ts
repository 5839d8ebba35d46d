import type { Assignment } from '@nguon/domain/assignments'
import type { EmergencyAhead } from '@nguon/domain/emergencies'
import type { Lineup, LineupItem } from '@nguon/domain/lineups'
import type { DeviceId, Instant, Sha256, UnitId } from '@nguon/domain/platform'
import type { EmergencyRound, HeldEmergency } from './held-emergency.ts'

/** One planned occurrence, `<item id>@<startsAt>`: an item that is moved to another instant is due again. */
export type ItemKey = string & { readonly __itemKey: true }

/** How far ahead of its start an item is handed to the sound, which then checks the file and waits for the instant. */
export const leadMilliseconds = 5_000

/** Up to this lateness an item starts from its beginning; later it joins where the others are. */
export const joinToleranceMilliseconds = 1_000

/** What must survive a restart of the device about the line-ups it accepted. */
export interface LineupMark {
  readonly version: number
  readonly issuedAt: Instant
  /** When this store accepted its first line-up: what ended before is not its business. */
  readonly since: Instant
}

/** One item in the sound's hands, from the order to play to its end. Plain data: the shell keeps it for a restart. */
export interface Playback {
  readonly key: ItemKey
  readonly item: LineupItem
  readonly lineupVersion: number
  readonly plannedSeconds: number
  /** What this one order to play has to sound, less than planned when it came late or is cut. */
  readonly expectedSeconds: number
  /** The sound stops here at the latest: end of the item, of the line-up's life, or the guard. */
  readonly until: Instant
  /** What makes `until` earlier than the end of the item. */
  readonly cutBy: string | null
  /** First frame that sounded, over all restarts; null while it waits. */
  readonly startedAt: Instant | null
  readonly sounding: boolean
  /** Sounded before a restart. */
  readonly earlierSeconds: number
  /** Why it cannot be whole, whatever comes: `joined-late`, `restart` or `emergency`. */
  readonly shortBy: string | null
  /** The order to stop was given, for this reason; its end is awaited. */
  readonly stoppedBy: string | null
}

/** A playback that a restart or an emergency cut, with what had sounded of it. */
export interface CutPlayback {
  readonly playback: Playback
  readonly playedSeconds: number
  /** What cut it; a restart where it is missing. */
  readonly by?: string
}

export type MediaState = 'ready' | 'failed'

export interface PlayerState {
  readonly deviceId: DeviceId
  readonly unitId: UnitId
  /** The newest accepted; null while it belongs to the unit of its claim. */
  readonly assignment: Assignment | null
  readonly log: string
  readonly nextSeq: number
  readonly lineup: Lineup | null
  /** When the line-up in force was accepted; null if that was before the last boot. */
  readonly acceptedAt: Instant | null
  readonly mark: LineupMark | null
  readonly media: Readonly<Record<Sha256, MediaState>>
  /** Items that have their airing, with their end, so that they can be forgotten one day. */
  readonly handled: Readonly<Record<ItemKey, Instant>>
  /** Why an item that is due does not sound yet. */
  readonly hindrances: Readonly<Record<ItemKey, string>>
  readonly playing: Playback | null
  readonly cut: CutPlayback | null
  /** Emergencies and drills it accepted, the oldest first. */
  readonly emergencies: readonly HeldEmergency[]
  /** The round of one of them that is in the sound's hands. */
  readonly sounding: EmergencyRound | null
  /** Sound to fetch before it is asked for; forgotten at a restart. */
  readonly ahead: readonly EmergencyAhead[]
  /** When this run of the device began and when it first knew the time. */
  readonly trusted: { readonly runningSince: Instant; readonly trustedSince: Instant } | null
}

export function itemKey(item: { readonly id: string; readonly startsAt: Instant }): ItemKey {
  return `${item.id}@${item.startsAt}` as ItemKey
}
