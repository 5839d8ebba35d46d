import { accountRefusals } from '@nguon/contract/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { mayKeepUnitSet, mayListAccounts, membersOutside, type UnitSet, type UnitSetId } from '@nguon/domain/identity'
import type { UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { newId, once, transact, type Transaction } from '@nguon/server/platform'
import { pageFrom, readCursor, requireRight } from '@nguon/server/web'
import { readLivingUnitPath, readUnitPath } from '@nguon/server/territory'
import type { AccountParts, Acting } from './account-parts.ts'
import { findUnitSetNamed, holdUnitSet, insertUnitSet, listUnitSets, saveUnitSet } from './unit-set-store.ts'
import { readUnitPaths } from './unit-paths.ts'

type Kept = Pick<UnitSet, 'name' | 'unitIds'>

export async function listUnitSetsOf(
  parts: AccountParts,
  { actor }: Pick<Acting, 'actor'>,
  input: { unitId: UnitId; cursor?: string | undefined; limit: number },
) {
  const { unitId, limit } = input
  requireRight(mayListAccounts(actor, await readUnitPath(parts.db, parts, unitId)))
  const after = readCursor(input.cursor)?.[0] ?? null
  return pageFrom(await listUnitSets(parts.db, { unitId, after, limit: limit + 1 }), limit, last => [last.id])
}

/** The members, each once. @throws UNIT_SET_REACHES_OUT for one that is not there today or not within the unit */
async function membersWithin(
  tx: Transaction,
  parts: AccountParts,
  unitId: UnitId,
  wanted: readonly UnitId[],
): Promise<UnitId[]> {
  const unitIds = [...new Set(wanted)]
  const paths = await readUnitPaths(tx, parts, unitIds)
  const outside = membersOutside(await readLivingUnitPath(tx, parts, unitId), paths)
  const count = unitIds.length - paths.size + outside.length
  if (count > 0) throw new Refusal(accountRefusals.UNIT_SET_REACHES_OUT, { count, field: 'unitIds' })
  return unitIds
}

async function requireFreeName(tx: Transaction, unitId: UnitId, name: string, own: UnitSetId | null): Promise<void> {
  const other = await findUnitSetNamed(tx, unitId, name)
  if (other && other.id !== own) throw new Refusal(accountRefusals.UNIT_SET_NAME_TAKEN, { name, field: 'name' })
}

/** Puts units together under a name; each lies within the unit the set belongs to. */
export async function createUnitSet(
  parts: AccountParts,
  { actor, address }: Acting,
  { idempotencyKey: key, ...input }: Kept & { unitId: UnitId; idempotencyKey?: string | undefined },
): Promise<UnitSet> {
  const { unitId, name } = input
  const { accountId } = actor
  return transact(parts.db, async tx => {
    requireRight(mayKeepUnitSet(actor, await readLivingUnitPath(tx, parts, unitId)))
    return once(tx, parts, { accountId, operation: 'unitSets.create', key, input }, async () => {
      const unitIds = await membersWithin(tx, parts, unitId, input.unitIds)
      await requireFreeName(tx, unitId, name, null)
      const now = parts.clock.now()
      const set: UnitSet = { id: newId(now), unitId, name, unitIds, version: 1, endedAt: null }
      await insertUnitSet(tx, set, now)
      const details = { name, unitIds }
      const line = { actor, action: 'identity.createUnitSet', unitId, subjectId: set.id, details, address }
      await writeAudit(tx, parts, line)
      return set
    })
  })
}

/** The set, held, for whoever keeps it. One that does not exist is refused alike. @throws UNIT_SET_ENDED */
export async function unitSetToKeep(
  tx: Transaction,
  parts: Pick<AccountParts, 'clock'>,
  { actor }: Pick<Acting, 'actor'>,
  id: UnitSetId,
): Promise<UnitSet> {
  const set = await holdUnitSet(tx, id)
  if (!set) throw new Refusal(platformRefusals.FORBIDDEN)
  requireRight(mayKeepUnitSet(actor, await readUnitPath(tx, parts, set.unitId)))
  if (set.endedAt !== null) throw new Refusal(accountRefusals.UNIT_SET_ENDED)
  return set
}

function requireCurrent({ version: current }: UnitSet, seen: number): void {
  if (seen !== current) throw new Refusal(platformRefusals.STALE_VERSION, { current })
}

/** Renames a set and says anew which units are in it; whoever holds a role over it holds it there from now on. */
export async function changeUnitSet(
  parts: AccountParts,
  by: Acting,
  { id, version, name, unitIds: wanted }: Kept & { id: UnitSetId; version: number },
): Promise<UnitSet> {
  return transact(parts.db, async tx => {
    const before = await unitSetToKeep(tx, parts, by, id)
    requireCurrent(before, version)
    const { unitId } = before
    await requireFreeName(tx, unitId, name, id)
    const set = { ...before, name, unitIds: await membersWithin(tx, parts, unitId, wanted), version: version + 1 }
    await saveUnitSet(tx, set)
    const details = { name, unitIds: set.unitIds, before: { name: before.name, unitIds: before.unitIds } }
    await writeAudit(tx, parts, { ...by, action: 'identity.changeUnitSet', unitId, subjectId: id, details })
    return set
  })
}

/** Ends a set for good: every role over it is held no more. */
export async function endUnitSet(
  parts: AccountParts,
  by: Acting,
  { id, version }: { id: UnitSetId; version: number },
): Promise<UnitSet> {
  return transact(parts.db, async tx => {
    const before = await unitSetToKeep(tx, parts, by, id)
    requireCurrent(before, version)
    const set = { ...before, version: version + 1, endedAt: parts.clock.now() }
    await saveUnitSet(tx, set)
    const { unitId, name } = set
    await writeAudit(tx, parts, { ...by, action: 'identity.endUnitSet', unitId, subjectId: id, details: { name } })
    return set
  })
}
