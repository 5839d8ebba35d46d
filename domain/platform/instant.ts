/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. The only form of an instant inside the house and on the wire to devices. */
export type Instant = number & { readonly __instant: true }

/** A calendar day in a unit's zone, `YYYY-MM-DD`. */
export type Day = string & { readonly __day: true }

/** A wall clock in a unit's zone, `HH:MM`, 00:00 to 23:59; `HH:MM:SS` where a slot starts within a minute. */
export type TimeOfDay = string & { readonly __timeOfDay: true }

/** A half-open span of instants: `startsAt` belongs to it, `endsAt` does not. */
export interface Span {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export function instant(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds)) throw new RangeError(`not an instant: ${milliseconds}`)
  return milliseconds as Instant
}
