import { sql } from 'kysely'
import type { TestHouse } from './house.ts'
import { vi } from 'vitest'

/** Waits until no voice, file or line-up is in the making: what a job writes later is nobody's who is refused meanwhile. */
export async function settled({ db }: TestHouse): Promise<void> {
  const isSettled = async () => {
    const { rows } = await sql<{ open: number }>`
      SELECT (SELECT count(*) FROM voice.rendition WHERE state IN ('queued', 'rendering'))::int
           + (SELECT count(*) FROM media.item WHERE state = 'preparing')::int
           + (SELECT count(*) FROM programmes.programme WHERE state IN ('queued', 'rendering'))::int
           + (SELECT count(*) FROM jobs.job WHERE state IN ('created', 'retry', 'active'))::int AS open`.execute(db)
    return rows[0]?.open === 0
  }
  await vi.waitUntil(isSettled, { timeout: 60_000, interval: 50 })
}
