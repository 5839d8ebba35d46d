import type { DeviceId } from '@nguon/domain/platform'
import type { Clock, Transaction } from '@nguon/server/platform'
import { keepAlarmTasks } from './alarm-tasks.ts'
import { standingAlarms, updateAlarms } from './store.ts'

/** A device that is out of use has no troubles; nobody need acknowledge what it had. */
export async function endAlarmsOf(tx: Transaction, { clock }: { clock: Clock }, deviceId: DeviceId): Promise<void> {
  const now = clock.now()
  const standing = await standingAlarms(tx, [deviceId], { lock: true })
  await updateAlarms(
    tx,
    standing.map(alarm => ({ ...alarm, clearedAt: alarm.clearedAt ?? now, closedAt: now })),
  )
  await keepAlarmTasks(tx, { clock }, [...new Set(standing.map(({ unitId }) => unitId))])
}
