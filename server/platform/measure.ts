import { Gauge, type Registry } from 'prom-client'

/**
 * A figure of `/metrics`, read when it is asked for; with a label, one figure for each of its values. What cannot be read
 * now is left out, so that the other figures are still told.
 */
export function measure(
  metrics: Registry,
  { name, help, label }: { name: string; help: string; label?: string },
  read: () => number | Promise<number | ReadonlyMap<string, number>>,
): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [],
    collect: async () => {
      gauge.reset()
      const found = await Promise.resolve()
        .then(read)
        .catch(() => null)
      if (found === null) gauge.remove()
      else if (typeof found === 'number') gauge.set(found)
      else for (const [value, count] of found) gauge.set({ [label ?? 'name']: value }, count)
    },
  })
  metrics.registerMetric(gauge)
}
