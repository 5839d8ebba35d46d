import type { BulletinClass } from '@nguon/domain/bulletins'
import type { BulletinId, Instant, SlotId } from '@nguon/domain/platform'
import type { AiringResult } from './airing.ts'

/** One planned item on all devices of some units, with what is proven of it. */
export interface Session {
  readonly itemId: string
  readonly slotId: SlotId
  readonly title: string
  readonly class: BulletinClass
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly bulletinIds: readonly BulletinId[]
  /** On how many devices it was planned. */
  readonly devices: number
  /** On how many it ended how. */
  readonly results: Readonly<Partial<Record<AiringResult['kind'], number>>>
  /** Not told yet, and not due to be. */
  readonly waiting: number
  /** Long over, and the device has not said a word about it. */
  readonly unheard: number
}
