import { accountsOfDevices } from '@nguon/server/claims'
import type { Devices } from '@nguon/server/devices'
import { jobKind, type Platform, transact } from '@nguon/server/platform'
import type { BrokerAccounts } from './broker-accounts.ts'

const keepJob = jobKind<Record<never, never>>('gateway.accounts', { expireInSeconds: 120, retryLimit: 50 })

/** Keeps an outside broker's accounts true: whatever changes the secret of a device is told to it by a job of that transaction. */
export function keepBrokerAccounts(
  { db, jobs, log }: Pick<Platform, 'db' | 'jobs' | 'log'>,
  { deviceChanged }: Pick<Devices, 'deviceChanged'>,
  accounts: BrokerAccounts,
): { reconcile(): Promise<void> } {
  // Counted, so that what is stored while the broker takes up what was before is not taken for taken up.
  let [stored, applied] = [1, 0]
  const store = () =>
    transact(db, async tx => {
      if (await accounts.store(await accountsOfDevices(tx))) stored += 1
    })
  const apply = async () => {
    const wanted = stored
    if (applied >= wanted) return
    await accounts.apply()
    applied = Math.max(applied, wanted)
  }
  deviceChanged.follow(tx => jobs.enqueue(tx, keepJob, {}))
  jobs.handle(keepJob, async () => {
    await store()
    await apply()
  })
  return {
    /** At the start and whenever the broker has come back. Rejects only when the accounts cannot be stored. */
    reconcile: async () => {
      stored += 1
      await store()
      await apply().catch((error: unknown) =>
        log.warn({ error }, 'the outside broker has not taken up its accounts yet'),
      )
    },
  }
}
