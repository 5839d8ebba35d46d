import type { AiringResult } from '@nguon/domain/airings'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { readDevice } from '@nguon/server/devices'
import { devicesOfItem } from '@nguon/server/lineups'
import type { Database } from '@nguon/server/platform'
import { resultsOfItem } from './store.ts'

/** A device that did not play a planned item. */
export interface Shortfall {
  readonly deviceId: DeviceId
  readonly name: string
  /** Null: it has not said a word about it. */
  readonly result: Exclude<AiringResult['kind'], 'completed' | 'interrupted'> | null
  readonly reason: string
}

/** More than these nobody calls up one by one. */
const most = 100

/** The devices of the units on which the item was planned and has not sounded, by name. */
export async function readShortfall(db: Database, unitIds: readonly UnitId[], itemId: string): Promise<Shortfall[]> {
  const [planned, results] = await Promise.all([devicesOfItem(db, unitIds, itemId), resultsOfItem(db, unitIds, itemId)])
  const amiss = [...new Set([...planned, ...results.keys()])].flatMap((deviceId): Omit<Shortfall, 'name'>[] => {
    const result = results.get(deviceId) ?? null
    if (result === null) return [{ deviceId, result, reason: '' }]
    if (result.kind === 'completed' || result.kind === 'interrupted') return []
    return [{ deviceId, result: result.kind, reason: result.reason }]
  })
  const named = await Promise.all(
    amiss.slice(0, most).map(async one => ({ ...one, name: (await readDevice(db, one.deviceId))?.name ?? '' })),
  )
  return named.toSorted((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }))
}
