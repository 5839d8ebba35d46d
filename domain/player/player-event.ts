import type { Assignment } from '@nguon/domain/assignments'
import type { EmergencyAhead, EmergencyDocument } from '@nguon/domain/emergencies'
import type { Lineup } from '@nguon/domain/lineups'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import type { ItemKey } from './player-state.ts'

/** What happens to a player. `now` is trusted UTC, null while the device does not know it. */
export type PlayerEvent =
  | { readonly kind: 'tick'; readonly now: Instant | null }
  /** The device knows the time, for the first time in this run. `runningSince` is its boot by that time. */
  | { readonly kind: 'time-trusted'; readonly now: Instant; readonly runningSince: Instant }
  /** A line-up whose signature is verified and whose items were read one by one; unreadable ones are left out. */
  | { readonly kind: 'lineup'; readonly now: Instant | null; readonly lineup: Lineup }
  /** An assignment whose signature is verified. */
  | { readonly kind: 'assignment'; readonly now: Instant | null; readonly assignment: Assignment }
  /** An emergency or a drill whose signature is verified, by its own type. `live`: it came over the line, unasked. */
  | {
      readonly kind: 'emergency'
      readonly now: Instant | null
      readonly document: EmergencyDocument
      readonly live: boolean
    }
  /** A signed word to fetch sound ahead. */
  | { readonly kind: 'ahead'; readonly now: Instant | null; readonly ahead: EmergencyAhead }
  | { readonly kind: 'media-ready'; readonly now: Instant | null; readonly sha256: Sha256 }
  | { readonly kind: 'media-failed'; readonly now: Instant | null; readonly sha256: Sha256 }
  | {
      readonly kind: 'playback-started'
      readonly now: Instant | null
      readonly key: ItemKey
      /** The first frame that sounded. */
      readonly startedAt: Instant
    }
  | {
      readonly kind: 'playback-ended'
      readonly now: Instant | null
      readonly key: ItemKey
      /** Sounded by a monotonic clock or by frames, without what sounded before a restart. */
      readonly playedSeconds: number
      /** A word when the sound failed: `hash`, `decode`, `output`. */
      readonly fault: string | null
    }
