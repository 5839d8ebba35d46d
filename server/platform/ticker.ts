import type { Logger } from 'pino'

/** Work that asks, again and again, what is due by the clock. A round never overlaps the one before it. */
export interface Ticker {
  every(milliseconds: number, name: string, work: () => Promise<void>): void
  stop(): Promise<void>
}

export function openTicker({ log }: { log: Logger }): Ticker {
  const timers = new Set<NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  return {
    every: (milliseconds, name, work) => {
      let busy = false
      const round = async () => {
        if (busy) return
        busy = true
        try {
          await work()
        } catch (error) {
          log.error({ error, tick: name }, 'a tick failed')
        } finally {
          busy = false
        }
      }
      const timer = setInterval(() => {
        const promise = round().finally(() => running.delete(promise))
        running.add(promise)
      }, milliseconds)
      timers.add(timer)
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running)
    },
  }
}
