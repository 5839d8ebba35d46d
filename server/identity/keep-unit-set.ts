import { accountRefusals } from '@nguon/contract/identity'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { mayKeepUnitSet, mayListAccounts, membersOutside, type UnitSet, type UnitSetId } from '@nguon/domain/identity'
import type { UnitId, UnitPath } from '@nguon/domain/platform'
import { displayName } from '@nguon/domain/territory'
import { writeAudit } from '@nguon/server/audit'
import { type Database, newId, once, transact, type Transaction } from '@nguon/server/platform'
import { pageFrom, readCursor, requireRight } from '@nguon/server/web'
import { readLivingUnitPath, readUnitPath, unitsEverById } from '@nguon/server/territory'
import type { AccountParts, Acting } from './account-parts.ts'
import {
  findUnitSetNamed,
  holdSetNames,
  holdUnitSet,
  insertUnitSet,
  listUnitSets,
  saveUnitSet,
} from './unit-set-store.ts'
import { readUnitPaths } from './unit-paths.ts'

type Kept = Pick<UnitSet, 'name' | 'unitIds'>

/** A refusal names no more members than a person reads. */
const mostNamed = 10

/** The sets of a unit, with the members nobody holds a role in by them any more: ended, or moved elsewhere. */
export async function listUnitSetsOf(
  parts: AccountParts,
  { actor }: Pick<Acting, 'actor'>,
  input: { unitId: UnitId; cursor?: string | undefined; limit: number },
) {
  const { unitId, limit } = input
  const { db } = parts
  const unitPath = await readUnitPath(db, parts, unitId)
  requireRight(mayListAccounts(actor, unitPath))
  const after = readCursor(input.cursor)?.[0] ?? null
  const page = pageFrom(await listUnitSets(db, { unitId, after, limit: limit + 1 }), limit, last => [last.id])
  const gone = await goneMembers(db, parts, unitPath, [...new Set(page.items.flatMap(set => set.unitIds))])
  const goneFrom = (set: UnitSet) => gone.filter(one => set.unitIds.includes(one.unitId))
  return { ...page, items: page.items.map(set => ({ ...set, gone: goneFrom(set) })) }
}

/** Those that are not there today, or not within the unit, by the name they last had. */
async function goneMembers(
  db: Database,
  parts: Pick<AccountParts, 'clock'>,
  unitPath: UnitPath,
  unitIds: readonly UnitId[],
): Promise<{ unitId: UnitId; name: string }[]> {
  const living = await readUnitPaths(db, parts, unitIds)
  const outside = membersOutside(unitPath, living)
  const gone = unitIds.filter(id => !living.has(id) || outside.includes(id))
  const last = await unitsEverById(db, parts.clock.today(), gone)
  const nameOf = (id: UnitId) => last.find(({ unit }) => unit.unitId === id)?.unit
  return gone.map(unitId => {
    const unit = nameOf(unitId)
    return { unitId, name: unit ? displayName(unit) : unitId }
  })
}

/**
 * The members, each once. The unit itself is none: who is to work for all of it holds the role there, where it is seen as
 * such. @throws UNIT_SET_HOLDS_ITSELF; UNIT_SET_REACHES_OUT for one that is not there today or not within the unit
 */
async function membersWithin(
  tx: Transaction,
  parts: AccountParts,
  unitId: UnitId,
  wanted: readonly UnitId[],
): Promise<UnitId[]> {
  const unitIds = [...new Set(wanted)]
  if (unitIds.includes(unitId)) throw new Refusal(accountRefusals.UNIT_SET_HOLDS_ITSELF, { field: 'unitIds' })
  const gone = await goneMembers(tx, parts, await readLivingUnitPath(tx, parts, unitId), unitIds)
  if (gone.length > 0) {
    const named = gone.slice(0, mostNamed).map(({ name }) => name)
    const units = gone.length > mostNamed ? [...named, '…'] : named
    throw new Refusal(accountRefusals.UNIT_SET_REACHES_OUT, { count: gone.length, units, field: 'unitIds' })
  }
  return unitIds
}

async function requireFreeName(tx: Transaction, unitId: UnitId, name: string, own: UnitSetId | null): Promise<void> {
  await holdSetNames(tx, unitId)
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
