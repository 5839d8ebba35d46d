import type { UnitId } from '@nguon/domain/platform'
import { displayName, unitTree } from '@nguon/domain/territory'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../api/client.ts'

/** The territory one sees today: the tree, what has ended in it, and the name of a unit for a line of text (empty while it is coming). */
export function useUnits() {
  const query = useQuery(api.territory.readTree.queryOptions({ input: {}, staleTime: 300_000 }))
  const { data } = query
  const tree = useMemo(() => unitTree(data?.units ?? []), [data])
  const names = useMemo(
    () =>
      new Map(
        [...(data?.former ?? []), ...(data?.above ?? []), ...(data?.units ?? [])].map(unit => [
          unit.unitId,
          displayName(unit),
        ]),
      ),
    [data],
  )
  return { query, tree, former: data?.former ?? [], nameOf: (unitId: UnitId) => names.get(unitId) ?? '' }
}
