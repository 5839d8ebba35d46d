/** One thing that must be well for the server to serve. Contributed by any module; low modules do not know who. */
export interface HealthCheck {
  readonly name: string
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
  return { ready: results.every(([, state]) => state === 'ok'), checks: Object.fromEntries(results) }
}
