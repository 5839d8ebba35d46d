import {
  type Day,
  dayNumber,
  dayNumberAt,
  dayOf,
  type Instant,
  localToInstant,
  type QuietPlaceId,
  type Span,
  weekdayOf,
  type Zone,
} from '@nguon/domain/platform'
import type { Place } from '@nguon/domain/territory'
import { type PlacedDevice, type Placement, type Target, targets } from './target.ts'
import type { Hours } from './unit-rules.ts'

export interface Circle extends Place {
  readonly radiusMetres: number
}

/** When a quiet place is quiet. */
export type QuietPeriod =
  | {
      readonly kind: 'days'
      readonly from: Day
      /** The last quiet day. */
      readonly until: Day
      /** 1 (Monday) to 7; empty: every day. */
      readonly weekdays: readonly number[]
      /** Null: the whole day. */
      readonly hours: Hours | null
    }
  | ({ readonly kind: 'span' } & Span)

/**
 * A school, a clinic, an exam site, a house in mourning: for as long as it says, the devices it names and those that stand
 * around it are silent for everything but emergencies (rules P6.5, P6.6).
 */
export interface QuietPlace {
  readonly id: QuietPlaceId
  readonly name: string
  /** The decision or regulation it rests on. */
  readonly citation: string
  readonly target: Target
  readonly around: Circle | null
  readonly periods: readonly QuietPeriod[]
}

export function quietens(place: QuietPlace, device: PlacedDevice, placement: Placement): boolean {
  if (targets(place.target, device.id, placement)) return true
  return place.around !== null && device.coordinates !== null && isWithin(place.around, device.coordinates)
}

/** The spans of silence that touch `span`, by the wall clock of the zone. */
export function quietSpans(place: QuietPlace, span: Span, zone: Zone): Span[] {
  return place.periods
    .flatMap(period => (period.kind === 'span' ? [period] : spansOfDays(period, span, zone)))
    .filter(quiet => quiet.startsAt < span.endsAt && quiet.endsAt > span.startsAt)
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
}

function spansOfDays(period: QuietPeriod & { kind: 'days' }, span: Span, zone: Zone): Span[] {
  const midnight = '00:00' as Hours['from']
  const { from, until } = period.hours ?? { from: midnight, until: midnight }
  const first = Math.max(dayNumber(period.from), dayNumberAt(span.startsAt, zone) - 1)
  const last = Math.min(dayNumber(period.until), dayNumberAt(span.endsAt, zone))
  const spans: Span[] = []
  for (let number = first; number <= last; number += 1) {
    const day = dayOf(number)
    if (period.weekdays.length > 0 && !period.weekdays.includes(weekdayOf(day))) continue
    const startsAt: Instant = localToInstant(day, from, zone)
    const endsAt = localToInstant(until > from ? day : dayOf(number + 1), until, zone)
    if (endsAt > startsAt) spans.push({ startsAt, endsAt })
  }
  return spans
}

/** Great-circle distance on a sphere of 6,371 km: exact to half a percent, far below the reach of a horn. */
function isWithin(circle: Circle, point: Place): boolean {
  const radians = Math.PI / 180
  const north = (point.latitude - circle.latitude) * radians
  const east = (point.longitude - circle.longitude) * radians
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(circle.latitude * radians) * Math.cos(point.latitude * radians) * Math.sin(east / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(chord))) <= circle.radiusMetres
}
