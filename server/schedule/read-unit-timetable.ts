import {
  addDays,
  type Day,
  type DeviceId,
  localToInstant,
  type SlotId,
  type Span,
  type TimeOfDay,
  type UnitId,
} from '@nguon/domain/platform'
import {
  expandSlot,
  explain,
  horizonOf,
  indexTimetable,
  type Occurrence,
  type Resolved,
  reachOf,
  resolveReach,
  type Naming,
  wordExplanation,
  type Worded,
} from '@nguon/domain/schedule'
import type { Clock, Database } from '@nguon/server/platform'
import { unitsAround, placeDevices, readUnitPaths } from './place-devices.ts'
import { readNames } from './read-names.ts'
import { readTimetable } from './read-timetable.ts'
import { type ShownCollision, showCollisions } from './show-collisions.ts'
import { type ShownSlot, withBulletins } from './show-slot.ts'

/** What became of one occurrence on the devices of the unit. */
export interface ShownOccurrence extends Occurrence {
  /** Why it does not sound in full on one of the devices; null when it does on all. */
  readonly trouble: Worded | null
}

/** The slots that concern a unit from a day on, and their occurrences as its devices play them. */
export async function readUnitTimetable(
  db: Database,
  { clock, zone }: { clock: Clock; zone: string },
  unitId: UnitId,
  from: Day,
  days: number,
): Promise<{ slots: ShownSlot[]; occurrences: ShownOccurrence[]; collisions: ShownCollision[] }> {
  const midnight = '00:00' as TimeOfDay
  const span: Span = {
    startsAt: localToInstant(from, midnight, zone),
    endsAt: localToInstant(addDays(from, days), midnight, zone),
  }
  const paths = await readUnitPaths(db, { clock })
  const around = unitsAround(paths, unitId)
  const { timetable, stored } = await readTimetable(db, zone, around)
  const devices = (await placeDevices(db, around, paths)).filter(device =>
    device.placements.some(({ path }) => path.includes(unitId)),
  )
  const horizon = horizonOf(indexTimetable(timetable), span)
  const audiences = new Map<string, { resolved: Resolved; deviceId: DeviceId }>()
  for (const device of devices) {
    const reach = reachOf(horizon, device)
    if (!audiences.has(reach.key)) {
      audiences.set(reach.key, { resolved: resolveReach(horizon, reach), deviceId: device.id })
    }
  }
  const names = await readNames(db, { clock, zone })
  const resolutions = [...audiences.values()]
  const concerned = stored.filter(
    ({ slot }) =>
      paths.get(slot.unitId)?.includes(unitId) || resolutions.some(({ resolved }) => hears(resolved, slot.id)),
  )
  const occurrences = concerned
    .flatMap(({ slot }) => expandSlot(slot, span, zone))
    .map(occurrence => ({ ...occurrence, trouble: troubleOf(occurrence, resolutions, names) }))
    .toSorted((first, second) => first.startsAt - second.startsAt)
  const own = devices.flatMap(device =>
    device.placements.some(placement => placement.unitId === unitId) ? reachOf(horizon, device).key : [],
  )
  const collisions = showCollisions([...new Set(own)].flatMap(key => audiences.get(key)?.resolved ?? []))
  return { slots: await withBulletins(db, concerned), occurrences, collisions }
}

type Resolutions = readonly { readonly resolved: Resolved; readonly deviceId: DeviceId }[]

function hears({ outcomes }: Resolved, slotId: SlotId): boolean {
  return outcomes.some(({ occurrence }) => occurrence.slotId === slotId)
}

/** The first thing that keeps the occurrence from sounding in full; that it is not meant for a device is none. */
function troubleOf(occurrence: Occurrence, resolutions: Resolutions, names: Naming): Worded | null {
  let unheard: Worded | null = null
  let heard = false
  for (const { resolved, deviceId } of resolutions) {
    const outcome = resolved.outcomes.find(
      candidate => candidate.occurrence.slotId === occurrence.slotId && candidate.occurrence.day === occurrence.day,
    )
    if (outcome?.ending.code === 'COMPLETED') heard = true
    else {
      const why = explain(resolved, { slotId: occurrence.slotId, deviceId, at: occurrence.startsAt })
      const reason = wordExplanation(why, names)
      if (outcome) return reason
      unheard ??= why.code === 'NOT_TARGETED' || why.code === 'EXCEPTED' ? null : reason
    }
  }
  return heard ? null : unheard
}
