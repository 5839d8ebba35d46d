import type { Lineup } from '@nguon/domain/lineups'
import { itemKey } from './player-state.ts'

/** A line-up without the items that cannot be obeyed, and what was wrong with them (incident I15). */
export function usableItems(lineup: Lineup): {
  readonly lineup: Lineup
  readonly faults: readonly { readonly id: string; readonly fault: 'empty-span' | 'duplicate' }[]
} {
  const seen = new Set<string>()
  const faults: { id: string; fault: 'empty-span' | 'duplicate' }[] = []
  const items = lineup.items.filter(item => {
    const key = itemKey(item)
    const fault = item.endsAt <= item.startsAt ? 'empty-span' : seen.has(key) ? 'duplicate' : null
    seen.add(key)
    if (fault) faults.push({ id: item.id, fault })
    return fault === null
  })
  return { lineup: { ...lineup, items }, faults }
}
