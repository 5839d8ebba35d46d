import type { Clock } from '@nguon/server/platform'

/** Counts attempts by address in a window of time that slides minute by minute; for doors without a sign-in. */
export function attemptLimit({ clock, perMinute }: { clock: Clock; perMinute: number }): (address: string) => boolean {
  const attempts = new Map<string, { minute: number; count: number }>()
  return address => {
    const minute = Math.floor(clock.now() / 60_000)
    const known = attempts.get(address)
    const count = known?.minute === minute ? known.count + 1 : 1
    if (attempts.size > 10_000) attempts.clear()
    attempts.set(address, { minute, count })
    return count <= perMinute
  }
}
