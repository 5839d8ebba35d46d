import {
  dayNumber,
  type Instant,
  instant,
  localSecondToInstant,
  millisecondsPerDay,
  type UnitId,
} from '@nguon/domain/platform'
import { type PlacedDevice, placementAt, targets } from '@nguon/domain/rules'
import {
  expandSlot,
  type Occurrence,
  type Slot,
  type Timetable,
  contentOf,
  indexTimetable,
  rulesAt,
} from '@nguon/domain/schedule'
import { checkContent } from './check-content.ts'
import { checkSessions } from './check-sessions.ts'
import { checkSilences } from './check-silences.ts'
import type { Violation } from './violation.ts'

/** How far ahead of its first day a recurring slot is looked at before it is saved. */
const checkedDays = 400

export interface SlotCheck {
  /** The slot as it would be saved; its earlier self in the timetable does not count. */
  readonly slot: Slot
  readonly timetable: Timetable
  /** All devices of the issuing unit and below it. */
  readonly devices: readonly PlacedDevice[]
  /** From the root of the tree down to the unit itself; empty for a unit there is not. */
  readonly pathOf: (unitId: UnitId) => readonly UnitId[]
  readonly now: Instant
}

/** Everything that forbids to save the slot; empty when it may be saved. */
export function checkSlot({ slot, timetable, devices, pathOf, now }: SlotCheck): Violation[] {
  const index = indexTimetable(withSlot(timetable, slot))
  const path = pathOf(slot.unitId)
  const occurrences = comingOccurrences(slot, now, timetable.zone)
  const reached = reachedDevices(slot, devices, occurrences[0]?.startsAt ?? now)
  const foreign = slot.target.units.filter(unit => !pathOf(unit).includes(slot.unitId))
  const violations: Violation[] = []
  if (occurrences.length === 0) violations.push({ code: 'NO_OCCURRENCE', rule: 'P1.4' })
  if (foreign.length > 0) violations.push({ code: 'OUTSIDE_ISSUER', rule: 'P7.1', unitIds: foreign })
  if (reached.length === 0) violations.push({ code: 'NO_DEVICE', rule: 'P7.2' })
  return [
    ...violations,
    ...checkSilences(index, slot, occurrences, reached, path),
    ...checkSessions(index, slot, occurrences, reached, rulesAt(index, path)),
    ...checkContent(slot, contentOf(index, slot), occurrences, reached, pathOf),
  ]
}

/** The timetable as it would be with this slot instead of its earlier self. */
export function withSlot(timetable: Timetable, slot: Slot): Timetable {
  return { ...timetable, slots: [...timetable.slots.filter(other => other.id !== slot.id), slot] }
}

/** Devices a slot names within its own unit; what they play of it is for the resolution to say. */
export function reachedDevices(slot: Slot, devices: readonly PlacedDevice[], at: Instant): PlacedDevice[] {
  return devices.filter(device => {
    const placement = placementAt(device, at)
    return placement?.path.includes(slot.unitId) && targets(slot.target, device.id, placement)
  })
}

/** A slot may be planned far ahead: what is looked at begins with its first day, or now. */
export function comingOccurrences(slot: Slot, now: Instant, zone: string): Occurrence[] {
  const { recurrence } = slot
  const days = recurrence.kind === 'once' ? [recurrence.day] : [recurrence.from, ...recurrence.extraDays]
  const beginnings = days.map(day => localSecondToInstant(dayNumber(day), 0, zone))
  const startsAt = instant(Math.max(now, Math.min(...beginnings)))
  return expandSlot(slot, { startsAt, endsAt: instant(startsAt + checkedDays * millisecondsPerDay) }, zone)
}
