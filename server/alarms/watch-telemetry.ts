import { defaultThresholds, judgeTelemetry } from '@nguon/domain/alarms'
import type { DeviceId, Instant } from '@nguon/domain/platform'
import type { Heard } from '@nguon/server/devices'
import { type Platform, transact } from '@nguon/server/platform'
import { newFindings, takeFindings } from './take-findings.ts'

/** Judges what devices say of themselves, as it is written. What a killed server did not judge is said again within half a minute. */
export function watchTelemetry({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  /** Since when a device has said without a break that it does not know the time. */
  const untrusted = new Map<DeviceId, Instant>()
  return async (heard: readonly Heard[]): Promise<void> => {
    const now = clock.now()
    const findings = heard.flatMap(({ deviceId, telemetry, lastSeenAt }) => {
      const untrustedSince = telemetry.timeTrusted ? null : (untrusted.get(deviceId) ?? lastSeenAt)
      if (untrustedSince === null) untrusted.delete(deviceId)
      else untrusted.set(deviceId, untrustedSince)
      return judgeTelemetry(deviceId, telemetry, { now, untrustedSince, thresholds: defaultThresholds })
    })
    const fresh = await newFindings(db, { clock }, findings)
    if (fresh.length > 0) await transact(db, tx => takeFindings(tx, { clock }, fresh))
  }
}
