import type { Span, UnitId } from '@nguon/domain/platform'
import {
  type PlacedDevice,
  placementAt,
  quietens,
  type Silence,
  type SilenceCause,
  silencesOf,
} from '@nguon/domain/rules'
import { type Occurrence, type Slot, rulesAt, type TimetableIndex } from '@nguon/domain/schedule'
import type { Violation } from './violation.ts'

/**
 * Rule P6.8: quiet hours and windows refuse a slot as soon as one occurrence meets them; silent days and quiet places are
 * stepped over, and refuse it only when nothing would remain.
 */
export function checkSilences(
  index: TimetableIndex,
  slot: Slot,
  occurrences: readonly Occurrence[],
  reached: readonly PlacedDevice[],
  path: readonly UnitId[],
): Violation[] {
  const [first, last] = [occurrences[0], occurrences.at(-1)]
  if (slot.class === 'emergency' || !first || !last) return []
  const span = { startsAt: first.startsAt, endsAt: last.endsAt }
  const silences = silencesOf(rulesAt(index, path), [], span, index.timetable.zone)
  const found = [...firstOfEachCause(silences, occurrences), ...quietEverywhere(index, occurrences, reached)]
  return found.map(([cause, occurrence]) => ({ ...cause, rule: 'P6.8', occurrence }))
}

type Finding = readonly [SilenceCause, Occurrence]

function firstOfEachCause(silences: readonly Silence[], occurrences: readonly Occurrence[]): Finding[] {
  const touched = occurrences.map(occurrence => [occurrence, touching(silences, occurrence)] as const)
  const someDaySounds = touched.some(([, met]) => met.every(silence => silence.cause.code !== 'SILENT_DAY'))
  const found = new Map<string, Finding>()
  for (const [occurrence, met] of touched) {
    for (const { cause } of met) {
      if (cause.code === 'SILENT_DAY' && someDaySounds) continue
      const key = `${cause.code} ${cause.citation}`
      if (!found.has(key)) found.set(key, [cause, occurrence])
    }
  }
  return [...found.values()]
}

/** The quiet place that silences the first device, when every device is silenced at every occurrence of the next weeks. */
function quietEverywhere(
  index: TimetableIndex,
  occurrences: readonly Occurrence[],
  reached: readonly PlacedDevice[],
): Finding[] {
  const coming = occurrences.slice(0, 30)
  const [first, last] = [coming[0], coming.at(-1)]
  if (!first || !last || index.timetable.quietPlaces.length === 0) return []
  const span = { startsAt: first.startsAt, endsAt: last.endsAt }
  const quiet = reached.map(device => {
    const placement = placementAt(device, first.startsAt)
    const places = index.timetable.quietPlaces.filter(place => placement && quietens(place, device, placement))
    return places.length === 0 ? [] : silencesOf(noRules, places, span, index.timetable.zone)
  })
  const everywhere = quiet.every(silences => coming.every(occurrence => startsIn(silences, occurrence)))
  const cause = quiet[0] && startsIn(quiet[0], first)?.cause
  return everywhere && cause ? [[cause, first]] : []
}

const noRules = {
  quietHours: [],
  broadcastWindows: [],
  silentDays: [],
  maximumSessionsPerDay: null,
  minutesPerSession: null,
  maximumVolumeByHour: [],
}

function startsIn(silences: readonly Silence[], { startsAt }: Span): Silence | undefined {
  return silences.find(silence => silence.startsAt <= startsAt && startsAt < silence.endsAt)
}

function touching(silences: readonly Silence[], span: Span): Silence[] {
  return silences.filter(silence => silence.startsAt < span.endsAt && silence.endsAt > span.startsAt)
}
