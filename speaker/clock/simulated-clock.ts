import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from './clock.ts'

export interface SimulatedClock extends Clock {
  /** Lives through the given milliseconds: every timer that falls due fires at its own instant, work is waited for. */
  advance(milliseconds: number): Promise<void>
}

/** A few turns of the event loop, so that what a timer set going has set its own timers. */
const quietTurns = 4

/** A clock that moves only when told, for tests of days in seconds. */
export function simulatedClock(start: { readonly monotonic: number; readonly bootId: string }): SimulatedClock {
  let now = start.monotonic
  let busy = 0
  let order = 0
  const timers = new Map<number, { readonly when: number; readonly callback: () => void }>()

  function at(when: number, callback: () => void): () => void {
    const id = order++
    timers.set(id, { when, callback })
    return () => timers.delete(id)
  }

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < quietTurns; quiet = busy === 0 ? quiet + 1 : 0) await nextTurn()
  }

  function firstDue(until: number): number | null {
    let first: { id: number; when: number } | null = null
    for (const [id, { when }] of timers) if (when <= until && (!first || when < first.when)) first = { id, when }
    return first?.id ?? null
  }

  return {
    monotonic: () => now,
    wall: () => now,
    bootId: () => start.bootId,
    suspended: () => 0,
    at,
    precisely: when =>
      new Promise<void>(resolve => {
        at(when, resolve)
      }),
    async during(work) {
      busy += 1
      try {
        return await work
      } finally {
        busy -= 1
      }
    },
    async advance(milliseconds) {
      const target = now + milliseconds
      await settle()
      for (let id = firstDue(target); id !== null; id = firstDue(target)) {
        const timer = timers.get(id)
        timers.delete(id)
        now = Math.max(now, timer?.when ?? now)
        timer?.callback()
        await settle()
      }
      now = target
      await settle()
    },
  }
}
