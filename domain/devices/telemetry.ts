import type { Instant } from '@nguon/domain/platform'

/** What a device says of itself every 30 seconds. Null: it has no such sensor. */
export interface Telemetry {
  readonly sentAt: Instant
  /** True when `sentAt` rests on signed server time. */
  readonly timeTrusted: boolean
  /** Estimated error of the device's clock against signed server time. */
  readonly clockErrorMilliseconds: number | null
  readonly firmware: string
  /** Of the newest assignment it keeps; null when it belongs to the unit of its claim. */
  readonly assignmentVersion: number | null
  readonly lineupVersion: number | null
  readonly lineupIssuedAt: Instant | null
  readonly mediaReady: number
  readonly mediaMissing: number
  readonly playing: string | null
  readonly volume: number
  readonly diskFreeBytes: number
  readonly signalDbm: number | null
  readonly mainsPower: boolean | null
  readonly batteryPercent: number | null
  readonly temperatureCelsius: number | null
  readonly lastHeardAt: Instant | null
}
