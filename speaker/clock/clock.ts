import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'

/** The only source of time in the agent. All times are milliseconds; none of them is trusted UTC (see trusted-time.ts). */
export interface Clock {
  /** Since the boot of the machine, the same for every process of one boot. */
  monotonic(): number
  /** What the operating system believes; for logs only. */
  wall(): number
  /** Names this boot of the machine: `monotonic` means nothing across two of them. */
  bootId(): string
  /** How long the machine slept in this boot without `monotonic` counting it. */
  suspended(): number
  /** Calls back at a monotonic time, at once if it is past; returns how to cancel. */
  at(monotonic: number, callback: () => void): () => void
  /** As `at`, within a millisecond or two. */
  precisely(monotonic: number): Promise<void>
  /** Work that needs the outside world and no time of this clock; a simulated clock stands still meanwhile. */
  during<Result>(work: Promise<Result>): Promise<Result>
}

export function sleep(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    clock.at(clock.monotonic() + milliseconds, resolve)
  })
}

const longestTimer = 2 ** 31 - 1
const fineMilliseconds = 20

export function systemClock(): Clock {
  const bootId = readBootId()
  const monotonic = () => Number(process.hrtime.bigint()) / 1e6

  function at(when: number, callback: () => void): () => void {
    let timer = setTimeout(fire, Math.min(longestTimer, Math.max(0, when - monotonic())))
    function fire(): void {
      // A timer may fire a fraction of a millisecond early.
      if (monotonic() >= when) callback()
      else timer = setTimeout(fire, Math.min(longestTimer, Math.ceil(when - monotonic())))
    }
    return () => clearTimeout(timer)
  }

  return {
    monotonic,
    wall: () => Date.now(),
    bootId: () => bootId,
    suspended: () => uptime() * 1000 - monotonic(),
    at,
    async precisely(when) {
      await new Promise<void>(resolve => {
        at(when - fineMilliseconds, resolve)
      })
      while (monotonic() < when) await new Promise(resolve => setImmediate(resolve))
    },
    during: work => work,
  }
}

/** Without a boot id every start counts as a boot, so that no stale time is trusted. */
function readBootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return crypto.randomUUID()
  }
}
