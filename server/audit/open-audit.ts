import type { Platform } from '@nguon/server/platform'
import { sealLines } from './seal-lines.ts'
import { oldestUnsealedAt } from './store.ts'

const alarmAfterMilliseconds = 10_000

/** Starts the sealer, and the check that it keeps up. */
export function openAudit({ db, clock, ticker, health }: Pick<Platform, 'db' | 'clock' | 'ticker' | 'health'>): void {
  ticker.every(1000, 'seal audit lines', async () => void (await sealLines(db, { clock })))
  health.push({
    name: 'audit',
    check: async () => {
      const oldest = await oldestUnsealedAt(db)
      if (oldest === null || clock.now() - oldest <= alarmAfterMilliseconds) return null
      return `a line has been unsealed for ${Math.round((clock.now() - oldest) / 1000)} s`
    },
  })
}
