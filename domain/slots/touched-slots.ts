import { instant, millisecondsPerDay, type Instant, type Span, type UnitId } from '@nguon/domain/platform'
import {
  type PlacedDevice,
  placementAt,
  type QuietPlace,
  quietens,
  type Silence,
  type SilenceCause,
  silencesOf,
} from '@nguon/domain/rules'
import {
  expandSlot,
  type Occurrence,
  reachFault,
  type Slot,
  type Timetable,
  indexTimetable,
  rulesAt,
  type TimetableIndex,
} from '@nguon/domain/schedule'
import { checkSessions } from './check-sessions.ts'
import { reachedDevices } from './check-slot.ts'
import type { Violation } from './violation.ts'

/** How far ahead slots are looked at: four weeks show every recurrence people use. */
const lookedDays = 28

/**
 * `silent`: occurrences that sounded so far stay in the timetable and do not sound. `cut`: they end early. `overLimit`: all
 * sounds as before, but the slot could not be saved as it is (rule P6.7).
 */
export type TouchedHow = 'silent' | 'cut' | 'overLimit'

/** A saved slot that rules not in force yet would touch. */
export interface TouchedSlot {
  readonly slot: Slot
  readonly how: TouchedHow
  /** The first occurrence touched, and how many of the next weeks are. */
  readonly first: Occurrence
  readonly occurrenceCount: number
  readonly deviceCount: number
  readonly why: Violation
}

/** What changes for the slots of `before` on these devices when its rules and quiet places become those of `after`. */
export function touchedSlots(
  before: Timetable,
  after: Pick<Timetable, 'rules' | 'quietPlaces'>,
  {
    devices,
    pathOf,
    now,
  }: { devices: readonly PlacedDevice[]; pathOf: (unitId: UnitId) => readonly UnitId[]; now: Instant },
): TouchedSlot[] {
  const span: Span = { startsAt: now, endsAt: instant(now + lookedDays * millisecondsPerDay) }
  const [old, changed] = [indexTimetable(before), indexTimetable({ ...before, ...after })]
  const places = placesOf(old, changed, devices, span)
  const touched = before.slots.flatMap(slot => {
    if (slot.class === 'emergency') return []
    const occurrences = expandSlot(slot, span, before.zone).filter(occurrence => occurrence.startsAt >= now)
    if (occurrences.length === 0) return []
    const silenced = silencedBy(places, slot, occurrences)
    return silenced ?? overLimit(old, changed, slot, occurrences, { devices, path: pathOf(slot.unitId) }) ?? []
  })
  return touched.sort((one, other) => one.first.startsAt - other.first.startsAt)
}

/** Devices that are silent alike, with the silences of both sets of rules. */
interface SilentAlike {
  readonly devices: readonly PlacedDevice[]
  readonly old: readonly Silence[]
  readonly added: readonly Silence[]
  readonly index: TimetableIndex
}

function placesOf(
  old: TimetableIndex,
  changed: TimetableIndex,
  devices: readonly PlacedDevice[],
  span: Span,
): SilentAlike[] {
  const quietAt = (device: PlacedDevice, places: readonly QuietPlace[]) => {
    const placement = placementAt(device, span.startsAt)
    return placement ? places.filter(place => quietens(place, device, placement)) : []
  }
  const keyOf = (device: PlacedDevice) =>
    [
      ...(placementAt(device, span.startsAt)?.path ?? []),
      ...[...quietAt(device, old.timetable.quietPlaces), ...quietAt(device, changed.timetable.quietPlaces)].map(
        ({ id }) => id,
      ),
    ].join(' ')
  return [...Map.groupBy(devices, keyOf).values()].flatMap(alike => {
    const [device] = alike
    const path = device && placementAt(device, span.startsAt)?.path
    if (!device || !path) return []
    const silences = (index: TimetableIndex) =>
      silencesOf(rulesAt(index, path), quietAt(device, index.timetable.quietPlaces), span, index.timetable.zone)
    return [{ devices: alike, old: silences(old), added: silences(changed), index: changed }]
  })
}

function silencedBy(
  places: readonly SilentAlike[],
  slot: Slot,
  occurrences: readonly Occurrence[],
): TouchedSlot[] | null {
  const met = new Map<Occurrence, SilenceCause>()
  const reached = new Set<PlacedDevice>()
  let isSilent = false
  for (const { devices, old, added, index } of places) {
    const hearing = devices.filter(device => {
      const placement = placementAt(device, occurrences[0]?.startsAt ?? instant(0))
      return placement && reachFault(index, slot, device.id, placement) === null
    })
    if (hearing.length === 0) continue
    for (const occurrence of occurrences) {
      if (startsIn(old, occurrence)) continue
      const silence = startsIn(added, occurrence)
      const cut = silence ?? (touches(old, occurrence) ? undefined : touches(added, occurrence))
      if (!cut) continue
      isSilent ||= silence !== undefined
      if (!met.has(occurrence)) met.set(occurrence, cut.cause)
      for (const device of hearing) reached.add(device)
    }
  }
  const [first] = [...met.keys()].sort((one, other) => one.startsAt - other.startsAt)
  const cause = first && met.get(first)
  if (!first || !cause) return null
  const why: Violation = { ...cause, rule: 'P6.8', occurrence: first }
  const how = isSilent ? 'silent' : 'cut'
  return [{ slot, how, first, occurrenceCount: met.size, deviceCount: reached.size, why }]
}

function overLimit(
  old: TimetableIndex,
  changed: TimetableIndex,
  slot: Slot,
  occurrences: readonly Occurrence[],
  { devices, path }: { devices: readonly PlacedDevice[]; path: readonly UnitId[] },
): TouchedSlot[] | null {
  const [oldRules, rules] = [rulesAt(old, path), rulesAt(changed, path)]
  const isTighter =
    isLower(rules.maximumSessionsPerDay?.value, oldRules.maximumSessionsPerDay?.value) ||
    isLower(rules.minutesPerSession?.value, oldRules.minutesPerSession?.value)
  const [first] = occurrences
  if (!isTighter || !first) return null
  const reached = reachedDevices(slot, devices, first.startsAt)
  const known = new Set(checkSessions(old, slot, occurrences, reached, oldRules).map(({ code }) => code))
  const [why] = checkSessions(changed, slot, occurrences, reached, rules).filter(({ code }) => !known.has(code))
  if (!why) return null
  return [{ slot, how: 'overLimit', first, occurrenceCount: occurrences.length, deviceCount: reached.length, why }]
}

function isLower(value: number | undefined, before: number | undefined): boolean {
  return value !== undefined && value < (before ?? Number.POSITIVE_INFINITY)
}

function startsIn(silences: readonly Silence[], { startsAt }: Span): Silence | undefined {
  return silences.find(silence => silence.startsAt <= startsAt && startsAt < silence.endsAt)
}

function touches(silences: readonly Silence[], span: Span): Silence | undefined {
  return silences.find(silence => silence.startsAt < span.endsAt && silence.endsAt > span.startsAt)
}
