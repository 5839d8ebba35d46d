import { Refusal } from '@nguon/contract/platform'
import { takingRefusals } from '@nguon/contract/takings'
import type { Actor, SlotId, UnitId } from '@nguon/domain/platform'
import { indexTimetable, maySchedule, nextCollision } from '@nguon/domain/schedule'
import { writeAudit } from '@nguon/server/audit'
import type { Transaction } from '@nguon/server/platform'
import {
  unitsAround,
  type ScheduleParts,
  placeDevices,
  readUnitPaths,
  readTimetable,
  readPriorityOrder,
  savePriorityOrder,
} from '@nguon/server/schedule'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'

/**
 * The unit's word on which of its colliding priority slots goes first (rule P3.3). False when they stood in that order
 * already: then nothing is written.
 * @throws SLOTS_DO_NOT_COLLIDE unless each two neighbours are priority slots planned for the same time on a device of the unit
 */
export async function decideOrder(
  tx: Transaction,
  { clock, zone }: ScheduleParts,
  actor: Actor,
  { unitId, slotIds }: { readonly unitId: UnitId; readonly slotIds: readonly SlotId[] },
): Promise<boolean> {
  requireRight(maySchedule(actor, await readUnitPath(tx, { clock }, unitId)))
  const paths = await readUnitPaths(tx, { clock })
  const { timetable } = await readTimetable(tx, zone, unitsAround(paths, unitId))
  const index = indexTimetable(timetable)
  const devices = await placeDevices(tx, [unitId], paths)
  slotIds.forEach((id, place) => {
    const [one, other] = [index.slots.get(slotIds[place - 1] ?? id), index.slots.get(id)]
    const collide = one && other && nextCollision(index, [one, other], devices, clock.now()) !== null
    if (place > 0 && !collide) throw new Refusal(takingRefusals.SLOTS_DO_NOT_COLLIDE)
  })
  const before = await readPriorityOrder(tx, unitId)
  if (slotIds.every((id, place) => before.filter(known => slotIds.includes(known))[place] === id)) return false
  // What is over or cancelled need not be remembered: nothing of it can collide again.
  const rest = before.filter(id => !slotIds.includes(id) && index.slots.has(id))
  await savePriorityOrder(tx, unitId, [...slotIds, ...rest], clock.now())
  const details = { slotIds: [...slotIds] }
  await writeAudit(tx, { clock }, { actor, action: 'schedule.decideOrder', unitId, details })
  return true
}
