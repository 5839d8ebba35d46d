import type { Instant } from '@nguon/domain/platform'

const hour = 3_600_000

/** A session ends after a working day without use, and after a week in any case. */
export const sessionIdleMilliseconds = 12 * hour
export const sessionLifetimeMilliseconds = 7 * 24 * hour

/** For how long a second factor given in a session vouches for decisions that ask for it. */
export const secondFactorFreshMilliseconds = 12 * hour

export interface SessionTimes {
  readonly expiresAt: Instant
  readonly lastSeenAt: Instant
}

export function isSessionAlive(session: SessionTimes, now: Instant): boolean {
  return now < session.expiresAt && now - session.lastSeenAt < sessionIdleMilliseconds
}

export function isSecondFactorFresh(secondFactorAt: Instant | null, now: Instant): boolean {
  return secondFactorAt !== null && now - secondFactorAt < secondFactorFreshMilliseconds
}
