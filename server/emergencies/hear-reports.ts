import type { EmergencyReport } from '@nguon/contract/emergencies'
import type { DeviceId } from '@nguon/domain/platform'
import { type Clock, type Database, transact } from '@nguon/server/platform'
import { saveReports } from './delivery-store.ts'
import { markSounding } from './store.ts'

/** What a device tells of the emergencies it holds; of those that were never sent to it nothing is taken. */
export async function hearReports(
  { db, clock }: { db: Database; clock: Clock },
  deviceId: DeviceId,
  reports: readonly EmergencyReport[],
): Promise<void> {
  await transact(db, async tx => {
    const changed = await saveReports(tx, deviceId, reports, clock.now())
    const sounded = changed.filter(({ state }) => state === 'playing' || state === 'played')
    await markSounding(
      tx,
      sounded.map(({ id }) => id),
    )
  })
}
