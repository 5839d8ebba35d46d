import {
  type Alarm,
  alarmSeverities,
  applyFinding,
  atOnceMilliseconds,
  gatherAlarms,
  gatheredKinds,
  isGatheringOver,
  openAlarm,
} from '@nguon/domain/alarms'
import { instant, isWithin, type UnitId, type UnitPath } from '@nguon/domain/platform'
import { newId, type Platform, transact, type Transaction } from '@nguon/server/platform'
import { unitsById } from '@nguon/server/territory'
import { keepAlarmTasks } from './alarm-tasks.ts'
import { holdGatherLock, letOut, putUnder, type Struck, struckUnits } from './gather-store.ts'
import { insertAlarms, standingSummaries, updateAlarms } from './store.ts'
import { devicesByUnit } from './watch-store.ts'

interface Places {
  readonly devices: ReadonlyMap<UnitId, number>
  readonly paths: ReadonlyMap<UnitId, UnitPath>
}

/** Makes one alarm of what struck many at once, and lets go of what is over (A6). */
export function gatherStruck({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  return (): Promise<void> =>
    transact(db, async tx => {
      await holdGatherLock(tx)
      const now = clock.now()
      const struck = await struckUnits(tx, gatheredKinds, instant(now - atOnceMilliseconds))
      const summaries = await standingSummaries(tx)
      if (struck.every(({ lasting }) => lasting === 0) && summaries.length === 0) return
      const devices = await devicesByUnit(tx)
      const unitIds = [...new Set([...devices.keys(), ...summaries.map(({ unitId }) => unitId)])]
      const paths = new Map((await unitsById(tx, clock.today(), unitIds)).map(({ unit, path }) => [unit.unitId, path]))
      const touched: UnitId[] = []
      for (const kind of gatheredKinds) {
        const ofKind = struck.filter(unit => unit.kind === kind)
        const standing = summaries.filter(alarm => alarm.kind === kind)
        if (ofKind.length > 0 || standing.length > 0) {
          touched.push(...(await gatherKind(tx, { clock }, kind, { devices, paths }, ofKind, standing)))
        }
      }
      await keepAlarmTasks(tx, { clock }, [...new Set(touched)])
    })
}

/** Gives the units whose people now see more lines, or fewer. */
async function gatherKind(
  tx: Transaction,
  { clock }: Pick<Platform, 'clock'>,
  kind: Alarm['kind'],
  { devices, paths }: Places,
  struck: readonly Struck[],
  standing: readonly Alarm[],
): Promise<UnitId[]> {
  const now = clock.now()
  const fresh = new Map(struck.map(unit => [unit.unitId, unit.fresh]))
  const strikes = [...devices].flatMap(([unitId, count]) => {
    const path = paths.get(unitId)
    return path ? [{ unitId, path, devices: count, struck: fresh.get(unitId) ?? 0 }] : []
  })
  const gathered = gatherAlarms(strikes)
  const opened: Alarm[] = []
  const changed: Alarm[] = []
  const load = (unitId: UnitId) => loadOf(unitId, { devices, paths }, struck)
  for (const { unitId } of gathered) {
    const { severity, within: _within, ...facts } = load(unitId)
    const trouble = { kind, present: true, severity, facts } as const
    const known = standing.find(alarm => alarm.unitId === unitId)
    if (!known) opened.push(openAlarm(trouble, { id: newId(now), deviceId: null, unitId, now }))
    else if (applyFinding(known, trouble, now) !== known) changed.push(applyFinding(known, trouble, now))
  }
  for (const alarm of standing) {
    if (alarm.clearedAt !== null || gathered.some(({ unitId }) => unitId === alarm.unitId)) continue
    const { severity, within: _within, ...facts } = load(alarm.unitId)
    const over = isGatheringOver(facts)
    const after = applyFinding(alarm, over ? { present: false } : { kind, present: true, severity, facts }, now)
    if (after !== alarm) changed.push(after)
  }
  await insertAlarms(tx, opened)
  await updateAlarms(tx, changed)
  const after = [...standing.filter(alarm => !changed.some(({ id }) => id === alarm.id)), ...opened, ...changed]
  await letOut(
    tx,
    after.filter(alarm => alarm.clearedAt !== null).map(({ id }) => id),
  )
  const lasting = after.filter(alarm => alarm.clearedAt === null)
  // Those of the units themselves first, so that the ones above find what has its alarm already.
  const depth = (alarm: Alarm) => paths.get(alarm.unitId)?.length ?? 0
  for (const alarm of lasting.toSorted((first, second) => depth(second) - depth(first))) {
    await putUnder(tx, alarm, load(alarm.unitId).within)
  }
  const moved = [...opened, ...changed].flatMap(({ unitId }) => [unitId, ...load(unitId).within])
  return moved
}

/** How many devices a unit has with those below it, how many of them are struck, and where they are. */
function loadOf(unitId: UnitId, { devices, paths }: Places, struck: readonly Struck[]) {
  const above = paths.get(unitId) ?? []
  const within = [...paths].filter(([, path]) => isWithin(path, above)).map(([id]) => id)
  const here = struck.filter(unit => within.includes(unit.unitId))
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    devices: sum(within.map(id => devices.get(id) ?? 0)),
    struck: sum(here.map(({ lasting }) => lasting)),
    severity: alarmSeverities[Math.max(1, ...here.map(({ severity }) => severity)) - 1] ?? 'minor',
    within,
  }
}
