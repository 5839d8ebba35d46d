import { type Id, type Instant } from '@nguon/domain/platform'
import { newId, type Platform, transact } from '@nguon/server/platform'
import { insertListening, lengthenListening } from './store.ts'

/** A machine that slept for longer did not listen meanwhile. */
const sleptMilliseconds = 120_000

/** Writes down that this server listens; asked again and again by the ticker. */
export function keepListening({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  let run: { id: Id<'listening'>; endsAt: Instant } | null = null
  return async (): Promise<void> => {
    const now = clock.now()
    const before = run && now - run.endsAt <= sleptMilliseconds && now >= run.endsAt ? run : null
    const id = before?.id ?? newId<'listening'>(now)
    await transact(db, tx => (before ? lengthenListening(tx, id, now) : insertListening(tx, id, now)))
    run = { id, endsAt: now }
  }
}
