import type { Instant } from '@nguon/domain/platform'
import { z } from 'zod'
import type { Store } from '../store/store.ts'
import type { Clock } from './clock.ts'

const estimateSchema = z.object({
  /** Trusted UTC minus the monotonic clock. */
  offset: z.number(),
  /** Half the round trip in which it was measured. */
  error: z.number().min(0),
  takenAt: z.number(),
  bootId: z.string(),
  suspended: z.number(),
})

type Estimate = z.output<typeof estimateSchema>

/** One signed answer of the server, with the monotonic times around it. */
export interface TimeSample {
  readonly serverNow: Instant
  readonly sentAt: number
  readonly receivedAt: number
}

/** What the oscillator of a cheap board may drift: 50 parts per million. */
const drift = 50e-6
const suspensionTolerance = 2_000
const file = 'time.json'

export interface TrustedTime {
  /** UTC by the server's signature; null when this boot of the machine never had one. */
  now(): Instant | null
  /** Estimated error of `now` in milliseconds. */
  error(): number | null
  /** The monotonic time of an instant; only while trusted. */
  monotonicOf(instant: Instant): number
  offer(sample: TimeSample): void
}

/**
 * The offset of the monotonic clock to signed server time. It is kept across restarts of the program only while the
 * boot id proves that the monotonic clock ran on, and dropped when the machine slept.
 */
export function trustedTime({ clock, store }: { readonly clock: Clock; readonly store: Store }): TrustedTime {
  let estimate = continued(store.readJson(file, estimateSchema))

  function continued(stored: Estimate | null): Estimate | null {
    if (!stored || stored.bootId !== clock.bootId() || stored.takenAt > clock.monotonic()) return null
    return Math.abs(clock.suspended() - stored.suspended) > suspensionTolerance ? null : stored
  }

  function current(): Estimate | null {
    estimate = continued(estimate)
    return estimate
  }

  const agedError = (of: Estimate) => of.error + (clock.monotonic() - of.takenAt) * drift

  return {
    now() {
      const known = current()
      return known ? (Math.round(clock.monotonic() + known.offset) as Instant) : null
    },
    error() {
      const known = current()
      return known ? Math.ceil(agedError(known)) : null
    },
    monotonicOf(instant) {
      const known = current()
      if (!known) throw new Error('an instant has no monotonic time while the time is not trusted')
      return instant - known.offset
    },
    offer({ serverNow, sentAt, receivedAt }) {
      const error = (receivedAt - sentAt) / 2
      const offered = {
        offset: serverNow + error - receivedAt,
        error,
        takenAt: receivedAt,
        bootId: clock.bootId(),
        suspended: clock.suspended(),
      }
      const known = current()
      const agrees = known && Math.abs(known.offset - offered.offset) <= agedError(known) + error
      if (known && agrees && agedError(known) <= error) return
      estimate = offered
      store.write(file, JSON.stringify(offered))
    },
  }
}
