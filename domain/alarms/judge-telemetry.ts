import type { Telemetry } from '@nguon/domain/devices'
import type { DeviceId, Instant } from '@nguon/domain/platform'
import type { AlarmFacts, AlarmKind, AlarmSeverity } from './alarm.ts'
import type { Finding } from './finding.ts'
import type { AlarmThresholds, Threshold } from './thresholds.ts'

const hour = 3_600_000
const minute = 60_000

/** Where a value stands: over the one line, back over the other, or between them, which says nothing (A1.2). */
function judge(value: number, { raise, clear }: Threshold): boolean | null {
  const rising = raise > clear
  if (rising ? value >= raise : value <= raise) return true
  return (rising ? value <= clear : value >= clear) ? false : null
}

const coarse = (value: number, step: number) => Math.round(value / step) * step

/**
 * What a heartbeat says (A3). `now` is the server's: a device may be wrong about the time. `untrustedSince`: since when
 * its heartbeats said that it does not know the time; null when it does.
 */
export function judgeTelemetry(
  deviceId: DeviceId,
  telemetry: Telemetry,
  { now, untrustedSince, thresholds }: { now: Instant; untrustedSince: Instant | null; thresholds: AlarmThresholds },
): Finding[] {
  const findings: Finding[] = [{ deviceId, kind: 'silent', present: false }]
  const tell = (kind: AlarmKind, present: boolean | null, severity: AlarmSeverity, facts: AlarmFacts) => {
    if (present === true) findings.push({ deviceId, kind, present, severity, facts })
    else if (present === false) findings.push({ deviceId, kind, present })
  }
  const { mainsPower, batteryPercent, temperatureCelsius, signalDbm, lineupIssuedAt } = telemetry
  const battery = batteryPercent === null ? null : coarse(batteryPercent, 5)
  const flat = batteryPercent !== null && batteryPercent < thresholds.flatPercent
  if (mainsPower !== null) tell('powerCut', !mainsPower, flat ? 'urgent' : 'serious', { batteryPercent: battery })
  if (batteryPercent !== null) {
    const low = judge(batteryPercent, thresholds.batteryPercent)
    tell('battery', low, flat ? 'urgent' : 'serious', { batteryPercent: battery })
  }
  if (lineupIssuedAt !== null) {
    tell('lineupOld', judge((now - lineupIssuedAt) / hour, thresholds.lineupHours), 'serious', { lineupIssuedAt })
  }
  const megabytes = telemetry.diskFreeBytes / 1e6
  tell('diskFull', judge(megabytes, thresholds.diskFreeMegabytes), 'serious', {
    diskFreeMegabytes: coarse(megabytes, 50),
  })
  if (temperatureCelsius !== null) {
    const dangerous = temperatureCelsius >= thresholds.dangerousCelsius
    tell('tooHot', judge(temperatureCelsius, thresholds.temperatureCelsius), dangerous ? 'urgent' : 'serious', {
      temperatureCelsius: coarse(temperatureCelsius, 5),
    })
  }
  if (signalDbm !== null) {
    tell('signalWeak', judge(signalDbm, thresholds.signalDbm), 'minor', { signalDbm: coarse(signalDbm, 5) })
  }
  tell('clockWrong', judgeClock(telemetry, now, untrustedSince, thresholds), 'serious', {
    clockErrorMilliseconds:
      untrustedSince === null && telemetry.clockErrorMilliseconds !== null
        ? coarse(telemetry.clockErrorMilliseconds, 1000)
        : null,
  })
  return findings
}

function judgeClock(
  { timeTrusted, clockErrorMilliseconds }: Telemetry,
  now: Instant,
  untrustedSince: Instant | null,
  thresholds: AlarmThresholds,
): boolean | null {
  if (!timeTrusted) {
    return untrustedSince !== null && now - untrustedSince >= thresholds.untrustedMinutes * minute ? true : null
  }
  if (clockErrorMilliseconds === null) return false
  return judge(Math.abs(clockErrorMilliseconds), thresholds.clockErrorMilliseconds)
}
