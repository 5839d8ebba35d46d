import { type Instant, instant } from '@nguon/domain/platform'

/** The only source of time on the server. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => instant(Date.now()) }

/** A clock that stands still until it is moved; for tests and for replaying a day. */
export function settableClock(start: number): Clock & { set(to: number): void; advance(milliseconds: number): void } {
  let current = start
  return {
    now: () => instant(current),
    set: to => {
      current = to
    },
    advance: milliseconds => {
      current += milliseconds
    },
  }
}
