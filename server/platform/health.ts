/** One thing that should be well while the server serves. Contributed by any module; low modules do not know who. */
export interface HealthCheck {
  readonly name: string
  /** The server goes on serving: whoever runs it is told, and no balancer leaves it out. */
  readonly onlyTells?: boolean
  /** Resolves to null when well, else to a sentence. */
  check(): Promise<string | null>
}

export interface Health {
  readonly ready: boolean
  readonly checks: Readonly<Record<string, string>>
}

export async function readHealth(checks: readonly HealthCheck[]): Promise<Health> {
  const results = await Promise.all(
    checks.map(async ({ name, check }) => {
      try {
        return [name, (await check()) ?? 'ok'] as const
      } catch (error) {
        return [name, error instanceof Error ? error.message : 'failed'] as const
      }
    }),
  )
  const hindering = checks.filter(({ onlyTells }) => onlyTells !== true).map(({ name }) => name)
  return {
    ready: results.every(([name, state]) => state === 'ok' || !hindering.includes(name)),
    checks: Object.fromEntries(results),
  }
}
