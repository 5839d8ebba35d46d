import { type Instant, instant } from '@nguon/domain/platform'

const minute = 60_000

/** Within this time failures add up; afterwards counting starts anew. */
export const failureWindowMilliseconds = 15 * minute

/** How many failures lock: a name from one address, and an address whatever the names. */
export const failureLimits = { name: 10, address: 100 } as const

const firstLockMilliseconds = 15 * minute
const longestLockMilliseconds = 24 * 60 * minute

/** A lock is forgotten, and the next one short again, after this long without a failure. */
export const lockoutMemoryMilliseconds = 24 * 60 * minute

/** Wrong sign-ins of one name from one address, or of one address. */
export interface Failures {
  readonly failures: number
  readonly countingSince: Instant
  /** Locks so far: each is twice as long as the one before. */
  readonly lockouts: number
  readonly lockedUntil: Instant | null
  readonly lastFailureAt: Instant
}

/** The count after one more failure; `lockedUntil` is set when this failure spent the limit. */
export function addFailure(before: Failures | null, limit: number, now: Instant): Failures {
  const forgotten = before === null || now - before.lastFailureAt >= lockoutMemoryMilliseconds
  const lockouts = forgotten ? 0 : before.lockouts
  const continues = !forgotten && now - before.countingSince < failureWindowMilliseconds
  const failures = (continues ? before.failures : 0) + 1
  const countingSince = continues ? before.countingSince : now
  if (failures < limit) return { failures, countingSince, lockouts, lockedUntil: null, lastFailureAt: now }
  const lock = Math.min(firstLockMilliseconds * 2 ** lockouts, longestLockMilliseconds)
  return {
    failures: 0,
    countingSince: now,
    lockouts: lockouts + 1,
    lockedUntil: instant(now + lock),
    lastFailureAt: now,
  }
}

/** Whole minutes until the lock opens; null when there is none. */
export function lockedMinutes(failures: Pick<Failures, 'lockedUntil'> | null, now: Instant): number | null {
  if (!failures?.lockedUntil || failures.lockedUntil <= now) return null
  return Math.ceil((failures.lockedUntil - now) / minute)
}
