import { instant, millisecondsPerDay } from '@nguon/domain/platform'
import type { PlacedDevice } from '@nguon/domain/rules'
import {
  type Occurrence,
  type Explanation,
  explain,
  horizonOf,
  type Reach,
  reachOf,
  type Resolved,
  resolveReach,
  isStream,
  type Slot,
  indexTimetable,
} from '@nguon/domain/schedule'
import { checkSlot, comingOccurrences, reachedDevices, type SlotCheck, withSlot } from './check-slot.ts'
import { type Conflict, conflictsOf } from './conflicts.ts'
import type { Violation } from './violation.ts'

/** Days from the first occurrence on that are played through for a preview: a whole week and its weekend. */
const previewDays = 8
const shownOccurrences = 5
/** A relay or a live session at 64 kbit/s. */
const streamBytesPerSecond = 8000

/** What saving a slot would bring about (S4). */
export interface SlotPreview {
  /** The first few. */
  readonly occurrences: readonly Occurrence[]
  /** All within 400 days. */
  readonly occurrenceCount: number
  /** Devices on which it sounds within the days played through, and the households around them. */
  readonly deviceCount: number
  readonly households: number
  readonly durationSeconds: number
  /** Per SIM: a rendition is fetched once, a stream at every occurrence within the days played through. */
  readonly bytesPerDevice: number
  readonly violations: readonly Violation[]
  /** `decidable` only where devices of the slot's own unit are concerned. */
  readonly conflicts: readonly (Conflict & { readonly deviceCount: number })[]
  /** Devices it names on which the first occurrence does not sound, by reason. */
  readonly unheard: readonly { readonly reason: Explanation; readonly deviceCount: number }[]
}

/** `soundBytes` is the size of the audio of a rendition; 0 for a stream. */
export function previewSlot(check: SlotCheck, soundBytes = 0): SlotPreview {
  const { slot, timetable, devices, now } = check
  const occurrences = comingOccurrences(slot, now, timetable.zone)
  const first = occurrences[0]
  const shown = { occurrences: occurrences.slice(0, shownOccurrences), occurrenceCount: occurrences.length }
  const violations = checkSlot(check)
  const { durationSeconds } = slot
  if (!first) {
    const nothing = { deviceCount: 0, households: 0, bytesPerDevice: 0, conflicts: [], unheard: [] }
    return { ...shown, ...nothing, durationSeconds, violations }
  }
  const span = { startsAt: first.startsAt, endsAt: instant(first.startsAt + previewDays * millisecondsPerDay) }
  const within = occurrences.filter(({ startsAt }) => startsAt < span.endsAt)
  const groups = playThrough(check, span, reachedDevices(slot, devices, first.startsAt))
  const heard = groups.filter(({ resolved }) => resolved.pieces.some(piece => piece.slotId === slot.id))
  return {
    ...shown,
    deviceCount: sum(heard.map(group => group.devices.length)),
    households: sum(heard.flatMap(group => group.devices.map(device => device.households))),
    durationSeconds,
    bytesPerDevice: isStream(slot.content) ? within.length * durationSeconds * streamBytesPerSecond : soundBytes,
    violations,
    conflicts: mergeConflicts(groups, slot),
    unheard: unheardOf(groups, first),
  }
}

/** Devices in the same circumstances, and what they play. */
interface Group {
  readonly devices: readonly PlacedDevice[]
  readonly resolved: Resolved
}

function playThrough(
  { slot, timetable }: SlotCheck,
  span: Resolved['span'],
  devices: readonly PlacedDevice[],
): Group[] {
  const horizon = horizonOf(indexTimetable(withSlot(timetable, slot)), span)
  const byReach = Map.groupBy(devices, (device): Reach => reachOf(horizon, device))
  return [...byReach].map(([reach, devices]) => ({ devices, resolved: resolveReach(horizon, reach) }))
}

function mergeConflicts(groups: readonly Group[], slot: Slot): SlotPreview['conflicts'] {
  const merged = new Map<string, Conflict & { deviceCount: number }>()
  for (const { devices, resolved } of groups) {
    const isOwn = devices.some(device => device.placements.some(({ unitId }) => unitId === slot.unitId))
    for (const found of conflictsOf(resolved, slot.id)) {
      const conflict = { ...found, decidable: found.decidable && isOwn }
      const key = `${conflict.otherSlotId} ${conflict.wins}`
      const known = merged.get(key)
      const deviceCount = devices.length + (known?.deviceCount ?? 0)
      const decidable = conflict.decidable || known?.decidable === true
      const first = known && known.startsAt <= conflict.startsAt ? known : conflict
      merged.set(key, { ...first, decidable, deviceCount })
    }
  }
  return [...merged.values()].sort(
    (one, other) => one.startsAt - other.startsAt || (one.otherSlotId < other.otherSlotId ? -1 : 1),
  )
}

function unheardOf(groups: readonly Group[], first: Occurrence): SlotPreview['unheard'] {
  const counts = new Map<string, { reason: Explanation; deviceCount: number }>()
  for (const { devices, resolved } of groups) {
    const [device] = devices
    const plays = resolved.pieces.some(piece => piece.slotId === first.slotId && piece.day === first.day)
    if (!device || plays) continue
    const reason = explain(resolved, { slotId: first.slotId, deviceId: device.id, at: first.startsAt })
    const known = counts.get(JSON.stringify(reason))
    counts.set(JSON.stringify(reason), { reason, deviceCount: devices.length + (known?.deviceCount ?? 0) })
  }
  return [...counts.values()].sort((one, other) => other.deviceCount - one.deviceCount)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
