import type { UnitId } from '@nguon/domain/platform'
import { displayName } from '@nguon/domain/territory'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client.ts'

/** Names of the units at and below one's own, for choosing an area and for saying it. */
export function useUnitNames() {
  const { data } = useQuery(api.territory.readTree.queryOptions({ input: {}, staleTime: 300_000 }))
  const units = data?.units ?? []
  const names = new Map(units.map(unit => [unit.unitId, displayName(unit)]))
  const choices = units.map(unit => {
    const above = unit.parentId ? names.get(unit.parentId) : undefined
    return { value: unit.unitId, label: above ? `${displayName(unit)}, ${above}` : displayName(unit) }
  })
  return { choices, nameOf: (unitId: UnitId) => names.get(unitId) ?? unitId }
}
