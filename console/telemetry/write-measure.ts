import type { Language } from '@nguon/contract/platform'
import type { Measure } from '@nguon/domain/telemetry'
import { writeNumber } from '../time/local-time.ts'

/** A value of a measure with its unit, as short as it is understood. */
export function writeMeasure(measure: Measure, value: number, language: Language): string {
  const number = (of: number) => writeNumber(of, language)
  const whole = (of: number) => number(Math.round(of))
  switch (measure) {
    case 'signalDbm':
      return `${whole(value)} dBm`
    case 'mainsPower':
      return `${whole(value * 100)} %`
    case 'batteryPercent':
    case 'volume':
      return `${whole(value)} %`
    case 'temperatureCelsius':
      return `${whole(value)} °C`
    case 'diskFreeBytes':
      return `${number(value / 1e9)} GB`
    case 'clockErrorMilliseconds':
      return Math.abs(value) < 1000
        ? `${whole(value)} ms`
        : `${number(value / 1000)} ${language === 'vi' ? 'giây' : 's'}`
    case 'lineupAgeSeconds':
      return value < 5400
        ? `${whole(value / 60)} ${language === 'vi' ? 'phút' : 'min'}`
        : `${whole(value / 3600)} ${language === 'vi' ? 'giờ' : 'h'}`
  }
}

/** A share from 0 to 1 in percent, never rounded up to a full hundred. */
export function writeShare(share: number, language: Language): string {
  return writeNumber(Math.floor(share * 1000) / 10, language)
}
