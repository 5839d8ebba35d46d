import type { Instant, UnitId } from '@nguon/domain/platform'
import type { Platform } from '@nguon/server/platform'
import { readUnitsBelow } from '@nguon/server/territory'
import { type DeviceAvailability, lastDays, readAvailability } from './read-availability.ts'

type List = readonly DeviceAvailability[]

/** So long somebody may take from one page to the next. */
const keptMilliseconds = 300_000

/** Of a province a list is some megabytes. */
const mostKept = 8

/**
 * Lists of units whose pages somebody turns. The first page reads all outages of the period, of a province as many as a
 * million; the others go on in what was read then, in which nothing has changed its place meanwhile.
 */
export function availabilityLists({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  const kept = new Map<string, { readonly list: List; readonly readAt: Instant }>()
  return async (unitId: UnitId, days: number, { first }: { first: boolean }): Promise<List> => {
    const now = clock.now()
    const key = `${unitId} ${days}`
    const known = kept.get(key)
    if (!first && known && now - known.readAt < keptMilliseconds) return known.list
    const unitIds = await readUnitsBelow(db, { clock }, unitId)
    const list = await readAvailability(db, unitIds, { period: lastDays(days, now), now })
    kept.delete(key)
    kept.set(key, { list, readAt: now })
    for (const [old, { readAt }] of kept) {
      if (kept.size > mostKept || now - readAt >= keptMilliseconds) kept.delete(old)
    }
    return list
  }
}
