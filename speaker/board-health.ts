import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the board says of itself; null: it has no such sensor. */
export interface BoardHealth {
  readonly mainsPower: boolean | null
  readonly batteryPercent: number | null
  readonly temperatureCelsius: number | null
}

/** `system` is `/sys`, or a folder like it. */
export function readBoardHealth(system = '/sys'): BoardHealth {
  const supplies = folders(join(system, 'class/power_supply'))
  const mains = supplies.filter(supply => word(supply, 'type') === 'Mains').map(supply => number(supply, 'online'))
  const batteries = supplies.map(supply => number(supply, 'capacity')).filter(value => value !== null)
  const zones = folders(join(system, 'class/thermal'))
  const temperatures = zones.map(zone => number(zone, 'temp')).filter(value => value !== null)
  return {
    mainsPower: mains.length === 0 ? null : mains.includes(1),
    batteryPercent: batteries.length === 0 ? null : Math.min(100, Math.max(0, Math.min(...batteries))),
    temperatureCelsius: temperatures.length === 0 ? null : Math.max(...temperatures) / 1000,
  }
}

function folders(path: string): readonly string[] {
  try {
    return readdirSync(path).map(name => join(path, name))
  } catch {
    return []
  }
}

function word(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), 'utf8').trim()
  } catch {
    return null
  }
}

function number(folder: string, name: string): number | null {
  const text = word(folder, name)
  const value = text === null || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : null
}
