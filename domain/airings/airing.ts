import type { BulletinClass } from '@nguon/domain/bulletins'
import type { BulletinId, ContentHash, DeviceId, Instant, Sha256, SlotId } from '@nguon/domain/platform'

/** How one item ended on one device. */
export type AiringResult =
  | { readonly kind: 'completed' }
  | { readonly kind: 'interrupted'; readonly by: string }
  /** It was due, but the device was off, had no trusted time or no media. */
  | { readonly kind: 'missed'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The device's own guard forbade it. */
  | { readonly kind: 'refused'; readonly reason: string }

/** The complete record of one item on one device, keyed by `(deviceId, log, seq)`; written once, never changed. */
export interface Airing {
  readonly deviceId: DeviceId
  /** Random at the creation of the device's store, so that a new SD card loses nothing. */
  readonly log: string
  /** 1, 2, 3 … without gap within a log. */
  readonly seq: number
  readonly itemId: string
  readonly slotId: SlotId
  readonly class: BulletinClass
  readonly title: string
  readonly lineupVersion: number
  readonly contentHashes: readonly ContentHash[]
  readonly bulletinIds: readonly BulletinId[]
  readonly mediaSha256: Sha256
  readonly plannedAt: Instant
  /** Start of the first frame that sounded, in trusted UTC; null when nothing sounded. */
  readonly startedAt: Instant | null
  /** Sounded time by a monotonic clock. */
  readonly playedSeconds: number
  readonly plannedSeconds: number
  readonly result: AiringResult
  /** Level measured by a sensor at the loudspeaker, dBFS; null without a sensor. */
  readonly heardLevel: number | null
}
