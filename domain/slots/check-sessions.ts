import { type Day, instantToLocal, millisecondsPerDay, type Span, instant } from '@nguon/domain/platform'
import { type EffectiveRules, type PlacedDevice, placementAt, sessionsOf } from '@nguon/domain/rules'
import {
  expandSlot,
  type Occurrence,
  reachFault,
  type Slot,
  slotsNaming,
  type TimetableIndex,
} from '@nguon/domain/schedule'
import type { Violation } from './violation.ts'

/** Days ahead of the first occurrence whose sessions are counted: two weeks show what every second week does. */
const countedDays = 14

/**
 * Rule P6.7: with the slot, no device hears more or longer sessions a day than the issuing unit allows. Counted as planned,
 * emergencies left out; only sessions the slot has a part in are looked at.
 */
export function checkSessions(
  index: TimetableIndex,
  slot: Slot,
  occurrences: readonly Occurrence[],
  reached: readonly PlacedDevice[],
  rules: EffectiveRules,
): Violation[] {
  const { maximumSessionsPerDay, minutesPerSession } = rules
  const first = occurrences[0]
  if (slot.class === 'emergency' || !first || (!maximumSessionsPerDay && !minutesPerSession)) return []
  const { zone } = index.timetable
  const span = {
    startsAt: instant(first.startsAt - millisecondsPerDay),
    endsAt: instant(first.startsAt + countedDays * millisecondsPerDay),
  }
  const found = new Map<string, Violation>()
  for (const others of sharers(index, slot, reached, first)) {
    const shared = [...others].flatMap(other => expandSlot(other, span, zone))
    const own = occurrences.filter(occurrence => occurrence.startsAt < span.endsAt)
    const sessions = sessionsOf([...shared, ...own])
    for (const [day, spans] of byDay(own, zone)) {
      const ofDay = sessions.filter(session => instantToLocal(session.startsAt, zone).day === day)
      const longest = Math.max(0, ...ofDay.filter(session => touches(session, spans)).map(session => session.seconds))
      const minutes = Math.ceil(longest / 60)
      if (maximumSessionsPerDay && ofDay.length > maximumSessionsPerDay.value && !found.has('count')) {
        const { value: maximum, unitId, citation } = maximumSessionsPerDay
        const limited = { rule: 'P6.7', day, maximum, unitId, citation } as const
        found.set('count', { code: 'TOO_MANY_SESSIONS', sessions: ofDay.length, ...limited })
      }
      if (minutesPerSession && longest > minutesPerSession.value * 60 && !found.has('length')) {
        const { value: maximum, unitId, citation } = minutesPerSession
        found.set('length', { code: 'SESSION_TOO_LONG', rule: 'P6.7', minutes, day, maximum, unitId, citation })
      }
    }
  }
  return [...found.values()]
}

/** The distinct sets of other slots that reach devices of this one. */
function sharers(
  index: TimetableIndex,
  slot: Slot,
  reached: readonly PlacedDevice[],
  { startsAt }: Span,
): Iterable<ReadonlySet<Slot>> {
  const sets = new Map<string, ReadonlySet<Slot>>()
  for (const device of reached) {
    const placement = placementAt(device, startsAt)
    if (!placement) continue
    const others = [...slotsNaming(index, device.id, placement)].filter(
      other =>
        other.id !== slot.id && other.class !== 'emergency' && reachFault(index, other, device.id, placement) === null,
    )
    const key = others
      .map(other => other.id)
      .sort()
      .join(' ')
    if (!sets.has(key)) sets.set(key, new Set(others))
  }
  return sets.values()
}

function byDay(occurrences: readonly Occurrence[], zone: string): Map<Day, Occurrence[]> {
  return Map.groupBy(occurrences, occurrence => instantToLocal(occurrence.startsAt, zone).day)
}

function touches(session: Span, spans: readonly Span[]): boolean {
  return spans.some(span => span.startsAt < session.endsAt && span.endsAt > session.startsAt)
}
