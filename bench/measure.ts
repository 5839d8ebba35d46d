export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** How long `work` takes, over `runs` runs one after the other, in milliseconds. */
export async function measure(runs: number, work: () => Promise<unknown>): Promise<Times> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return percentiles(times)
}

export function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Four figures are what a measurement on a shared machine is worth. */
export function round(value: number): number {
  return Number(value.toPrecision(4))
}
