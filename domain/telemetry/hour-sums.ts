import type { Telemetry } from '@nguon/domain/devices'
import { type DeviceId, type Instant, instant } from '@nguon/domain/platform'
import { type Measure, measures, measuresOf } from './measures.ts'

const hourMilliseconds = 3_600_000

/** Several values of one measure, so kept that two of these can be put together. */
export interface Spread {
  readonly least: number
  readonly most: number
  readonly sum: number
  readonly count: number
}

export type Spreads = Readonly<Partial<Record<Measure, Spread>>>

/** What one device told within one hour. */
export interface HourSum {
  readonly deviceId: DeviceId
  /** Start of the hour, in UTC. */
  readonly hour: Instant
  /** Heartbeats that were counted. */
  readonly count: number
  readonly spreads: Spreads
}

/** One heartbeat as the sum of its hour. */
export function hourSumOf(deviceId: DeviceId, telemetry: Telemetry, heardAt: Instant): HourSum {
  const values = measuresOf(telemetry, heardAt)
  const spreads: Partial<Record<Measure, Spread>> = {}
  for (const measure of measures) {
    const value = values[measure]
    if (value !== null) spreads[measure] = { least: value, most: value, sum: value, count: 1 }
  }
  return { deviceId, hour: instant(heardAt - (heardAt % hourMilliseconds)), count: 1, spreads }
}

/** Two sums of the same device and hour as one; the order does not matter. */
export function joinHourSums(one: HourSum, other: HourSum): HourSum {
  const spreads: Partial<Record<Measure, Spread>> = { ...one.spreads }
  for (const measure of measures) {
    const [known, added] = [one.spreads[measure], other.spreads[measure]]
    if (!added) continue
    spreads[measure] = known
      ? {
          least: Math.min(known.least, added.least),
          most: Math.max(known.most, added.most),
          sum: known.sum + added.sum,
          count: known.count + added.count,
        }
      : added
  }
  return { ...one, count: one.count + other.count, spreads }
}

/**
 * True for a heartbeat that came twice, or after a newer one: a broker may deliver so. Only of those whose time rests on
 * the server's can it be told.
 */
export function isOldWord(telemetry: Telemetry, newestSentAt: Instant | null): boolean {
  return telemetry.timeTrusted && newestSentAt !== null && telemetry.sentAt <= newestSentAt
}
