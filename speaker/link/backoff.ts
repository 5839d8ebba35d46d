/** Full jitter: anything between nothing and a bound that doubles with each failure. Milliseconds. */
export function backoff(failures: number, longest: number, chance: () => number = Math.random): number {
  return chance() * Math.min(longest, 1_000 * 2 ** Math.min(failures, 20))
}
