import type { UnitPath } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { type StoredYear, yearsOf } from './store.ts'

/** What holds at the end of a path: of each kind and year the data entered lowest on it. */
export async function yearsAt(db: Database, path: UnitPath, years: readonly number[] | null): Promise<StoredYear[]> {
  const stored = await yearsOf(db, path, years)
  const depth = ({ unitId }: StoredYear) => path.indexOf(unitId)
  return stored.filter(
    one => !stored.some(other => other.kind === one.kind && other.year === one.year && depth(other) > depth(one)),
  )
}
