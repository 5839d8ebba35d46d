import type { Telemetry } from '@nguon/domain/devices'
import { type DeviceId, instant } from '@nguon/domain/platform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourSumOf, isOldWord, joinHourSums } from './hour-sums.ts'

const deviceId = '01kbj3v5zq8m4t2w7x9ycdefgh' as DeviceId
const heardAt = instant(Date.UTC(2026, 10, 21, 9, 40))
const telemetry: Telemetry = {
  sentAt: heardAt,
  timeTrusted: true,
  clockErrorMilliseconds: 12,
  firmware: '1',
  assignmentVersion: null,
  lineupVersion: 3,
  lineupIssuedAt: instant(heardAt - 60_000),
  mediaReady: 1,
  mediaMissing: 0,
  playing: null,
  volume: 80,
  diskFreeBytes: 5e9,
  signalDbm: -71,
  mainsPower: true,
  batteryPercent: null,
  temperatureCelsius: 41,
  lastHeardAt: null,
}

describe('L3 what a device measured in an hour', () => {
  it('is the least, the most and the mean of what it told, in whatever order it is put together', () => {
    const anyValues = fc.array(fc.option(fc.integer({ min: -120, max: -40 })), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(anyValues, values => {
        const sums = values.map(signalDbm => hourSumOf(deviceId, { ...telemetry, signalDbm }, heardAt))
        const known = values.filter(value => value !== null)
        const forwards = sums.reduce(joinHourSums)
        expect(sums.toReversed().reduce(joinHourSums)).toEqual(forwards)
        expect(forwards.count).toBe(values.length)
        expect(forwards.spreads.signalDbm).toEqual(
          known.length === 0
            ? undefined
            : {
                least: Math.min(...known),
                most: Math.max(...known),
                sum: known.reduce((sum, value) => sum + value, 0),
                count: known.length,
              },
        )
      }),
    )
  })

  it('belongs to the hour of the server, leaves out sensors that are not there, and tells the age of the line-up', () => {
    const { hour, spreads } = hourSumOf(deviceId, telemetry, heardAt)
    expect(hour).toBe(Date.UTC(2026, 10, 21, 9))
    expect(spreads).not.toHaveProperty('batteryPercent')
    expect(spreads.mainsPower?.sum).toBe(1)
    expect(spreads.lineupAgeSeconds?.most).toBe(60)
  })

  it('does not count a heartbeat that came twice or too late, unless the device does not know the time', () => {
    expect(isOldWord(telemetry, null)).toBe(false)
    expect(isOldWord(telemetry, telemetry.sentAt)).toBe(true)
    expect(isOldWord(telemetry, instant(heardAt + 30_000))).toBe(true)
    expect(isOldWord(telemetry, instant(heardAt - 30_000))).toBe(false)
    expect(isOldWord({ ...telemetry, timeTrusted: false }, instant(heardAt + 30_000))).toBe(false)
  })
})
