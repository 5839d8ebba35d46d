import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBoardHealth } from './board-health.ts'
import { freshFolder } from './test-peer/run-speaker.ts'

function board(files: Record<string, string>): string {
  const system = freshFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(system, 'class', name, '..'), { recursive: true })
    writeFileSync(join(system, 'class', name), text)
  }
  return system
}

describe('L3: the health of a board', () => {
  it('is what its sensors say', () => {
    const system = board({
      'power_supply/AC/type': 'Mains\n',
      'power_supply/AC/online': '0\n',
      'power_supply/BAT/type': 'Battery\n',
      'power_supply/BAT/capacity': '64\n',
      'thermal/thermal_zone0/temp': '41500\n',
      'thermal/thermal_zone1/temp': '38000\n',
      'thermal/cooling_device0/type': 'fan\n',
    })
    expect(readBoardHealth(system)).toEqual({ mainsPower: false, batteryPercent: 64, temperatureCelsius: 41.5 })
  })

  it('is unknown, never invented, without sensors', () => {
    expect(readBoardHealth(board({}))).toEqual({ mainsPower: null, batteryPercent: null, temperatureCelsius: null })
    expect(readBoardHealth(board({ 'thermal/thermal_zone0/temp': '' })).temperatureCelsius).toBeNull()
  })
})
