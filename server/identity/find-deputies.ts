import { type Account, comparePeople, mayNameDeputy } from '@nguon/domain/identity'
import type { Role, UnitId } from '@nguon/domain/platform'
import { readLivingUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import type { AccountParts, Acting } from './account-parts.ts'
import { listAccounts } from './store.ts'

const most = 50

/** Colleagues who could stand in for oneself in a role: of the unit, of those above it and of those below. */
export async function findDeputies(
  parts: AccountParts,
  { actor }: Pick<Acting, 'actor'>,
  { role, unitId, search }: { role: Role; unitId: UnitId; search: string },
): Promise<Pick<Account, 'id' | 'name' | 'position' | 'unitId'>[]> {
  const { db } = parts
  const path = await readLivingUnitPath(db, parts, unitId)
  requireRight(mayNameDeputy(actor, role, path))
  const unitIds = [...path, ...(await readUnitsBelow(db, parts, unitId))]
  const found = await listAccounts(db, { unitIds, search: search.trim() || null })
  return found
    .filter(({ id, locked }) => id !== actor.accountId && !locked)
    .toSorted((one, other) => comparePeople(one.name, other.name))
    .slice(0, most)
    .map(({ id, name, position, unitId: home }) => ({ id, name, position, unitId: home }))
}
