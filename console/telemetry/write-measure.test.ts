import { describe, expect, it } from 'vitest'
import { writeMeasure, writeShare } from './write-measure.ts'

describe('L3 a measure in words', () => {
  it.each([
    ['signalDbm', -71.4, '-71 dBm'],
    ['mainsPower', 0.256, '26 %'],
    ['diskFreeBytes', 3_221_225_472, '3,2 GB'],
    ['clockErrorMilliseconds', 12, '12 ms'],
    ['clockErrorMilliseconds', -2400, '-2,4 giây'],
    ['lineupAgeSeconds', 1800, '30 phút'],
    ['lineupAgeSeconds', 90_000, '25 giờ'],
  ] as const)('%s %s is %s', (measure, value, words) => {
    expect(writeMeasure(measure, value, 'vi')).toBe(words)
  })

  it('nothing is 100 % that is not whole', () => {
    expect([1, 0.9999, 0.5, 0].map(share => writeShare(share, 'vi'))).toEqual(['100', '99,9', '50', '0'])
  })
})
