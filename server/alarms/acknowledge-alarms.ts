import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { acknowledgeAlarm, type AlarmId, mayAcknowledgeAlarms } from '@nguon/domain/alarms'
import type { Actor, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import type { Clock, Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { unitsById } from '@nguon/server/territory'
import { keepAlarmTasks } from './alarm-tasks.ts'
import { alarmsWithUnder, unitsOfAlarms, updateAlarms } from './store.ts'

export interface SeenAlarms {
  readonly alarms: readonly { readonly id: AlarmId; readonly version: number }[]
  readonly note: string
}

/**
 * Somebody has seen these alarms. One that stands for many takes those under it along. What changed since it was seen is
 * left, and told; what somebody else has acknowledged meanwhile stays theirs.
 */
export async function acknowledgeAlarms(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  { alarms, note }: SeenAlarms,
): Promise<{ acknowledged: number; changed: AlarmId[] }> {
  const versions = new Map(alarms.map(({ id, version }) => [id, version]))
  const known = await unitsOfAlarms(tx, [...versions.keys()])
  if (known.length < versions.size) throw new Refusal(platformRefusals.NOT_FOUND)
  await requireRightInAll(tx, { clock }, actor, new Set(known.map(({ unitId }) => unitId)))
  const now = clock.now()
  const standing = await alarmsWithUnder(tx, [...versions.keys()])
  const changed = standing.filter(({ id, named, version }) => named && version !== versions.get(id)).map(({ id }) => id)
  const acknowledged = standing
    .filter(alarm => alarm.acknowledgedAt === null && !changed.includes(alarm.id))
    .map(({ named, ...alarm }) => ({ named, ...acknowledgeAlarm(alarm, actor, { now, note }) }))
  await updateAlarms(tx, acknowledged)
  for (const { named, id, unitId, kind, deviceId } of acknowledged) {
    if (!named) continue
    const details = { kind, deviceId, note }
    await writeAudit(tx, { clock }, { actor, action: 'alarms.acknowledge', unitId, subjectId: id, details })
  }
  await keepAlarmTasks(tx, { clock }, [...new Set(acknowledged.map(({ unitId }) => unitId))], actor)
  return { acknowledged: acknowledged.filter(({ named }) => named).length, changed }
}

async function requireRightInAll(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  unitIds: ReadonlySet<UnitId>,
): Promise<void> {
  const placed = await unitsById(tx, clock.today(), [...unitIds])
  requireRight(placed.length === unitIds.size && placed.every(({ path }) => mayAcknowledgeAlarms(actor, path)))
}
