import type { UnitId, UnitPath } from '@nguon/domain/platform'
import { contentKey, type Slot, type SlotCheck } from '@nguon/domain/schedule'
import { approvedContents } from '@nguon/server/approval'
import type { Clock, Database } from '@nguon/server/platform'
import { placeDevices, readUnitPaths } from './place-devices.ts'
import { plannedContent } from './read-contents.ts'
import { readTimetable } from './read-timetable.ts'
import type { StoredRendition } from './store.ts'

/** All that `checkSlot` and `previewSlot` look at, for a slot that may not be saved yet. */
export async function readSlotCheck(
  db: Database,
  { clock, zone }: { clock: Clock; zone: string },
  slot: Slot,
  rendition: StoredRendition,
): Promise<SlotCheck> {
  const paths = await readUnitPaths(db, { clock })
  const around = unitsAround(paths, slot.unitId)
  const [{ timetable }, devices, approved] = await Promise.all([
    readTimetable(db, zone, around),
    placeDevices(db, around, paths),
    approvedContents(db, rendition.bulletinIds),
  ])
  const { state } = plannedContent(rendition, approved)
  const contents = [...timetable.contents.filter(({ key }) => key !== contentKey(slot.content)), state]
  return {
    slot,
    timetable: { ...timetable, contents },
    devices: devices.filter(device => device.placements.some(({ path }) => path.includes(slot.unitId))),
    pathOf: unitId => paths.get(unitId) ?? [],
    now: clock.now(),
  }
}

/** The unit, those above it and those below it: no other can have a part in what its devices play. */
export function unitsAround(paths: ReadonlyMap<UnitId, UnitPath>, unitId: UnitId): UnitId[] {
  const below = [...paths].filter(([, path]) => path.includes(unitId)).map(([id]) => id)
  return [...new Set([...(paths.get(unitId) ?? []), ...below])]
}
