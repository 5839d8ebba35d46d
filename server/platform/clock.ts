import { type Day, type Instant, instant, instantToLocal, type Zone } from '@nguon/domain/platform'

/** The only source of time on the server. */
export interface Clock {
  now(): Instant
  /** The calendar day it is now in the zone of this instance. */
  today(): Day
}

const defaultZone: Zone = 'Asia/Ho_Chi_Minh'

function clockOf(now: () => Instant, zone: Zone): Clock {
  return { now, today: () => instantToLocal(now(), zone).day }
}

export function systemClockIn(zone: Zone): Clock {
  return clockOf(() => instant(Date.now()), zone)
}

export const systemClock = systemClockIn(defaultZone)

/** A clock that stands still until it is moved; for tests and for replaying a day. */
export function settableClock(
  start: number,
  zone: Zone = defaultZone,
): Clock & { set(to: number): void; advance(milliseconds: number): void } {
  let current = start
  return {
    ...clockOf(() => instant(current), zone),
    set: to => {
      current = to
    },
    advance: milliseconds => {
      current += milliseconds
    },
  }
}
