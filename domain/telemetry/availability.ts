import { lostAfterMilliseconds } from '@nguon/domain/devices'
import { type Instant, instant, type Span } from '@nguon/domain/platform'

/** How much of a period a device was heard. All spans of time in milliseconds. */
export interface Availability {
  /** The device was in service and the server listened. */
  readonly watched: number
  readonly heard: number
  /** How often its signal was lost, and for how long at the longest, within the period. */
  readonly outages: number
  readonly longestOutage: number
}

export interface Service {
  readonly claimedAt: Instant | null
  readonly retiredAt: Instant | null
  readonly lastSeenAt: Instant | null
}

/** Spans in order, none of which touches another; empty ones are left out. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((one, other) => one.startsAt - other.startsAt)) {
    if (span.endsAt <= span.startsAt) continue
    const last = joined.at(-1)
    if (last && span.startsAt <= last.endsAt) {
      joined[joined.length - 1] = { ...last, endsAt: instant(Math.max(last.endsAt, span.endsAt)) }
    } else joined.push(span)
  }
  return joined
}

/** What of `spans` lies within `limits`; both as `joinSpans` gives them. */
export function withinSpans(spans: readonly Span[], limits: readonly Span[]): Span[] {
  const within: Span[] = []
  let first = 0
  for (const { startsAt, endsAt } of spans) {
    while (first < limits.length && (limits[first]?.endsAt ?? 0) <= startsAt) first += 1
    for (let next = first; next < limits.length; next += 1) {
      const limit = limits[next]
      if (!limit || limit.startsAt >= endsAt) break
      within.push({
        startsAt: instant(Math.max(startsAt, limit.startsAt)),
        endsAt: instant(Math.min(endsAt, limit.endsAt)),
      })
    }
  }
  return within
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((length, { startsAt, endsAt }) => length + endsAt - startsAt, 0)
}

/**
 * The spans in which nothing was heard of a device that was in service. `outages` are those that ended; the one that lasts
 * follows from its last word. `listened`: when a server listened, as `joinSpans` gives it: what none could hear is nobody's
 * outage, and neither is what is left of an outage beside it when that is too short to call a connection lost.
 */
export function outagesOf(
  { claimedAt, retiredAt, lastSeenAt }: Service,
  { outages, listened, now }: { outages: readonly Span[]; listened: readonly Span[]; now: Instant },
): Span[][] {
  if (claimedAt === null) return []
  const until = instant(Math.min(now, retiredAt ?? now))
  const lasting = { startsAt: instant(Math.max(claimedAt, lastSeenAt ?? claimedAt)), endsAt: until }
  const served = withinSpans(listened, joinSpans([{ startsAt: claimedAt, endsAt: until }]))
  return joinSpans([...outages, lasting])
    .map(outage => withinSpans([outage], served))
    .filter(outage => lengthOf(outage) > lostAfterMilliseconds)
}

/** Time with signal within `period`, against the time a device was in service and could be heard. */
export function availabilityOf(
  service: Service,
  given: { period: Span; outages: readonly Span[]; listened: readonly Span[]; now: Instant },
): Availability {
  const { period, listened, now } = given
  const { claimedAt, retiredAt } = service
  if (claimedAt === null) return { watched: 0, heard: 0, outages: 0, longestOutage: 0 }
  const startsAt = instant(Math.max(period.startsAt, claimedAt))
  const endsAt = instant(Math.min(period.endsAt, now, retiredAt ?? now))
  const asked = joinSpans([{ startsAt, endsAt }])
  const watched = lengthOf(withinSpans(listened, asked))
  const lengths = outagesOf(service, given)
    .map(outage => lengthOf(withinSpans(outage, asked)))
    .filter(length => length > 0)
  return {
    watched,
    heard: watched - lengths.reduce((sum, length) => sum + length, 0),
    outages: lengths.length,
    longestOutage: lengths.reduce((longest, length) => Math.max(longest, length), 0),
  }
}

/** Of a unit: all its devices together. */
export function sumAvailability(each: readonly Availability[]): Pick<Availability, 'watched' | 'heard'> {
  return each.reduce((sum, { watched, heard }) => ({ watched: sum.watched + watched, heard: sum.heard + heard }), {
    watched: 0,
    heard: 0,
  })
}

/** From 0 to 1; null where there was nothing to watch. */
export function heardShare({ watched, heard }: Pick<Availability, 'watched' | 'heard'>): number | null {
  return watched > 0 ? heard / watched : null
}
