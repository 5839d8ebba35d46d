import type { TaskKind } from '@nguon/contract/tasks'
import { addDays, type Instant, instant, localToInstant, type TimeOfDay, type UnitId } from '@nguon/domain/platform'
import { placementAt } from '@nguon/domain/rules'
import { expandSlot, indexTimetable, reachFault, type Slot } from '@nguon/domain/schedule'
import type { Transaction } from '@nguon/server/platform'
import { placeDevices, readTimetable, readUnitPaths, type ScheduleParts, unitsAround } from '@nguon/server/schedule'
import { closeTask, openSubjects, openTask } from '@nguon/server/tasks'

const take: TaskKind = {
  name: 'schedule.take',
  vi: 'Quyết định tiếp nhận buổi phát của cấp trên “{title}”',
  en: 'Decide whether to take “{title}” from above',
  path: '/lam-viec/lich-phat/{slotId}',
  title: { vi: 'Quyết định về buổi phát của cấp trên', en: 'Decide on what comes from above' },
  remindAfterMinutes: 240,
  stepInAfterMinutes: 240,
  longestMinutes: 2880,
}

export const takingTaskKinds = [take] as const

/** How far ahead an occurrence may lie for somebody to have to decide about it now. */
const horizonDays = 60

/** A normal slot from above on which a unit has not said its word (rule P5) waits for its operators, while it has still to come. */
export async function keepTakeTasks(tx: Transaction, { clock, zone }: ScheduleParts, unitId: UnitId): Promise<void> {
  const now = clock.now()
  const paths = await readUnitPaths(tx, { clock })
  const around = unitsAround(paths, unitId)
  const { timetable } = await readTimetable(tx, zone, around)
  const index = indexTimetable(timetable)
  const span = {
    startsAt: now,
    endsAt: localToInstant(addDays(clock.today(), horizonDays), '00:00' as TimeOfDay, zone),
  }
  const coming = timetable.slots.flatMap((slot): { slot: Slot; startsAt: Instant }[] => {
    const [first] = slot.class === 'normal' ? expandSlot(slot, span, zone) : []
    return first ? [{ slot, startsAt: first.startsAt }] : []
  })
  const wanted = new Map<string, { unitId: UnitId; slot: Slot; startsAt: Instant }>()
  const units = new Set<UnitId>()
  for (const device of await placeDevices(tx, around, paths)) {
    const placement = placementAt(device, instant(now))
    if (!placement?.path.includes(unitId)) continue
    units.add(placement.unitId)
    for (const { slot, startsAt } of coming) {
      const subjectId = `${slot.id}.${placement.unitId}`
      if (wanted.has(subjectId)) continue
      const fault = reachFault(index, slot, device.id, placement)
      if (fault?.code === 'NOT_TAKEN' && !fault.refused)
        wanted.set(subjectId, { unitId: placement.unitId, slot, startsAt })
    }
  }
  const open = new Set<string>()
  for (const id of units) for (const subject of await openSubjects(tx, { kind: take, unitId: id })) open.add(subject)
  for (const [subjectId, { unitId: taker, slot, startsAt }] of wanted) {
    if (open.delete(subjectId)) continue
    const task = { kind: take, subjectId, unitId: taker, assignee: { role: 'operator' }, dueAt: startsAt } as const
    await openTask(tx, { clock }, { ...task, values: { title: slot.title, slotId: slot.id } })
  }
  for (const subjectId of open) await closeTask(tx, { clock }, { kind: take, subjectId, by: null })
}
