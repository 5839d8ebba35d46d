import type { Sha256 } from '@nguon/domain/platform'
import { following, type Platform, type Transaction } from '@nguon/server/platform'
import { makeJob, makeProgramme, type ProgrammeParts, requeueStalled } from './make-programme.ts'
import { programmeKey } from './programme-key.ts'
import { insertProgramme } from './store.ts'

export interface Programmes extends Pick<ProgrammeParts, 'programmeMade'> {
  /** Has the programme of these sounds, in this order, made by a job, unless it is there or already being made. */
  want(tx: Transaction, sounds: readonly Sha256[]): Promise<void>
}

export function openProgrammes(platform: Pick<Platform, 'db' | 'clock' | 'files' | 'jobs' | 'ticker'>): Programmes {
  const { db, clock, files, jobs, ticker } = platform
  const parts: ProgrammeParts = { db, clock, files, programmeMade: following() }
  jobs.handle(makeJob, ({ key }) => makeProgramme(parts, key))
  ticker.every(5000, 'requeue stalled programmes', async () => void (await requeueStalled(parts, jobs)))
  return {
    programmeMade: parts.programmeMade,
    want: async (tx, sounds) => {
      const key = programmeKey(sounds)
      if (await insertProgramme(tx, { key, sounds }, clock.now())) await jobs.enqueue(tx, makeJob, { key })
    },
  }
}
