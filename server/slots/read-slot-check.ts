import { contentKey, type Slot } from '@nguon/domain/schedule'
import type { SlotCheck } from '@nguon/domain/slots'
import { approvedContents } from '@nguon/server/approval'
import type { Clock, Database } from '@nguon/server/platform'
import {
  placeDevices,
  readUnitPaths,
  plannedContent,
  readTimetable,
  type StoredRendition,
  unitsAround,
} from '@nguon/server/schedule'

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
