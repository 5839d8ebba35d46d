import type { Telemetry } from '@nguon/domain/devices'
import type { Instant } from '@nguon/domain/platform'

/** What is kept of heartbeats, hour by hour. `mainsPower` is 1 with mains and 0 without: its mean is a share of the hour. */
export const measures = [
  'signalDbm',
  'mainsPower',
  'batteryPercent',
  'temperatureCelsius',
  'diskFreeBytes',
  'clockErrorMilliseconds',
  'volume',
  'lineupAgeSeconds',
] as const

export type Measure = (typeof measures)[number]

/** `heardAt` is the server's: a device may be wrong about the time. Null: it has no such sensor, or has no line-up yet. */
export function measuresOf(telemetry: Telemetry, heardAt: Instant): Readonly<Record<Measure, number | null>> {
  const { mainsPower, lineupIssuedAt, signalDbm, batteryPercent, temperatureCelsius } = telemetry
  return {
    signalDbm,
    mainsPower: mainsPower === null ? null : Number(mainsPower),
    batteryPercent,
    temperatureCelsius,
    diskFreeBytes: telemetry.diskFreeBytes,
    clockErrorMilliseconds: telemetry.clockErrorMilliseconds,
    volume: telemetry.volume,
    lineupAgeSeconds: lineupIssuedAt === null ? null : Math.max(0, (heardAt - lineupIssuedAt) / 1000),
  }
}
