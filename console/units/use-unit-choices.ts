import type { UnitId } from '@nguon/domain/platform'
import { descendantsOf, displayName } from '@nguon/domain/territory'
import { useMemo } from 'react'
import { useUnits } from './use-units.ts'

/** A unit and what is below it, for a field in which one is chosen: "Thôn 4, Xã Krông Năng". */
export function useUnitChoices(root: UnitId) {
  const { tree } = useUnits()
  return useMemo(() => {
    const own = tree.units.get(root)
    if (!own) return []
    return [own, ...descendantsOf(tree, root)].map(unit => {
      const above = unit.unitId === root || unit.parentId === null ? undefined : tree.units.get(unit.parentId)
      return { value: unit.unitId, label: above ? `${displayName(unit)}, ${displayName(above)}` : displayName(unit) }
    })
  }, [tree, root])
}
