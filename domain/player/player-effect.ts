import type { Airing } from '@nguon/domain/airings'
import type { Assignment } from '@nguon/domain/assignments'
import type { Instant, Sha256 } from '@nguon/domain/platform'
import type { HeldEmergency } from './held-emergency.ts'
import type { ItemKey, LineupMark } from './player-state.ts'

/** The loudest allowed from a moment of a playback on. */
export interface VolumeLevel {
  readonly fromSeconds: number
  /** 0 to 100. */
  readonly volume: number
}

/** What the shell has to do, in this order. */
export type PlayerEffect =
  /** Check the file, wait for `at`, sound at most `seconds`; then say `playback-ended`. Never given while one plays. */
  | {
      readonly kind: 'play'
      readonly key: ItemKey
      readonly itemId: string
      readonly mediaSha256: Sha256
      readonly offsetSeconds: number
      readonly at: Instant
      readonly seconds: number
      readonly levels: readonly VolumeLevel[]
      readonly plannedAt: Instant
    }
  /** End the sound at once, then say `playback-ended`. */
  | { readonly kind: 'stop'; readonly key: ItemKey }
  | { readonly kind: 'airing'; readonly airing: Airing }
  /** Keep the line-up just offered, and its mark, before anything else. */
  | { readonly kind: 'keep-lineup'; readonly mark: LineupMark }
  /** Keep it before anything else: from now on the device belongs to its unit. */
  | { readonly kind: 'keep-assignment'; readonly assignment: Assignment }
  /** Keep them before anything else, and tell the server how they stand. */
  | { readonly kind: 'keep-emergencies'; readonly emergencies: readonly HeldEmergency[] }
  | {
      readonly kind: 'refusal'
      readonly at: Instant | null
      readonly subject: 'lineup' | 'item' | 'assignment' | 'emergency'
      readonly fault: string
      readonly detail: string
    }
