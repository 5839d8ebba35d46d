import { defaultThresholds, judgeSilence, silenceLimits } from '@nguon/domain/alarms'
import { type Platform, transact } from '@nguon/server/platform'
import { takeFindings } from './take-findings.ts'
import { overdueDevices } from './watch-store.ts'

/** Looks for devices that should have said something. What it has found once it does not read again. */
export function watchSilence({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  const listeningSince = clock.now()
  return async (): Promise<void> => {
    const now = clock.now()
    const overdue = await overdueDevices(db, silenceLimits(now, defaultThresholds))
    const findings = overdue.flatMap(word => judgeSilence(word, { now, listeningSince, thresholds: defaultThresholds }))
    if (findings.length > 0) await transact(db, tx => takeFindings(tx, { clock }, findings))
  }
}
