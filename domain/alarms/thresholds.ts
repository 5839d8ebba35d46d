/** Where trouble begins, and where it is over: apart, so that a value at the border does not ring all day (A1.2). */
export interface Threshold {
  readonly raise: number
  readonly clear: number
}

export interface AlarmThresholds {
  readonly silentMinutes: number
  readonly longSilentHours: number
  readonly batteryPercent: Threshold
  /** Below this the battery is flat: nothing will sound much longer. */
  readonly flatPercent: number
  readonly lineupHours: Threshold
  readonly clockErrorMilliseconds: Threshold
  /** So long a device may be without trusted time: it asks for it anew after every start. */
  readonly untrustedMinutes: number
  readonly diskFreeMegabytes: Threshold
  readonly temperatureCelsius: Threshold
  readonly dangerousCelsius: number
  readonly signalDbm: Threshold
  /** Measured at the loudspeaker during an airing; quieter is silence, dBFS. */
  readonly heardLevel: number
  readonly selfTestDays: number
}

export const defaultThresholds: AlarmThresholds = {
  silentMinutes: 5,
  longSilentHours: 24,
  batteryPercent: { raise: 30, clear: 40 },
  flatPercent: 10,
  lineupHours: { raise: 24, clear: 23 },
  clockErrorMilliseconds: { raise: 2000, clear: 500 },
  untrustedMinutes: 5,
  diskFreeMegabytes: { raise: 200, clear: 400 },
  temperatureCelsius: { raise: 75, clear: 65 },
  dangerousCelsius: 85,
  signalDbm: { raise: -110, clear: -105 },
  heardLevel: -50,
  selfTestDays: 10,
}
