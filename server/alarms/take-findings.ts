import { type Alarm, applyFinding, type Finding, openAlarm } from '@nguon/domain/alarms'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { type Clock, type Database, newId, type Transaction } from '@nguon/server/platform'
import { keepAlarmTasks } from './alarm-tasks.ts'
import { insertAlarms, standingAlarms, updateAlarms } from './store.ts'
import { unitsOfDevices } from './watch-store.ts'

const keyOf = ({ deviceId, kind }: { deviceId: DeviceId | null; kind: string }) => `${deviceId} ${kind}`

const devicesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ deviceId }) => deviceId))]

/**
 * Of many findings those that change something. Ten thousand devices say every half minute that nothing is new: that
 * must cost one look at the few alarms that stand, and no transaction.
 */
export async function newFindings(
  db: Database,
  { clock }: { clock: Clock },
  findings: readonly Finding[],
): Promise<Finding[]> {
  const standing = new Map((await standingAlarms(db, devicesOf(findings))).map(alarm => [keyOf(alarm), alarm]))
  const now = clock.now()
  return findings.filter(finding => {
    const alarm = standing.get(keyOf(finding))
    return alarm ? applyFinding(alarm, finding, now) !== alarm : finding.present
  })
}

/** Opens, renews and clears alarms by what was found. Found twice it is there once. */
export async function takeFindings(
  tx: Transaction,
  parts: { clock: Clock },
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return
  const now = parts.clock.now()
  const deviceIds = devicesOf(findings)
  const [units, alarms] = [await unitsOfDevices(tx, deviceIds), await standingAlarms(tx, deviceIds, { lock: true })]
  const standing = new Map(alarms.map(alarm => [keyOf(alarm), alarm]))
  const opened = new Map<string, Alarm>()
  const changed = new Map<string, Alarm>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const known = changed.get(key) ?? opened.get(key) ?? standing.get(key)
    const unitId = units.get(finding.deviceId)
    if (!known) {
      if (!finding.present || !unitId) continue
      opened.set(key, openAlarm(finding, { id: newId(now), deviceId: finding.deviceId, unitId, now }))
      continue
    }
    const after = applyFinding(known, finding, now)
    if (after !== known) (opened.has(key) ? opened : changed).set(key, after)
  }
  await insertAlarms(tx, [...opened.values()])
  await updateAlarms(tx, [...changed.values()])
  await keepAlarmTasks(tx, parts, unitsTouched([...opened.values(), ...changed.values()], standing))
}

/** Units in which something more or something less waits for a person than before. */
function unitsTouched(after: readonly Alarm[], before: ReadonlyMap<string, Alarm>): UnitId[] {
  const touched = after.filter(alarm => {
    const known = before.get(keyOf(alarm))
    return known?.acknowledgedAt !== alarm.acknowledgedAt || known?.closedAt !== alarm.closedAt
  })
  return [...new Set(touched.map(({ unitId }) => unitId))]
}
