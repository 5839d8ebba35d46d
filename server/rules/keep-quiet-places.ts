import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { Actor, QuietPlaceId, UnitId } from '@nguon/domain/platform'
import { mayKeepQuiet, type QuietPlace } from '@nguon/domain/rules'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, newId, type Transaction } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { checkPlace } from './check-place.ts'
import { deleteQuietPlace, insertQuietPlace, readQuietPlace, type StoredPlace, updateQuietPlace } from './store.ts'

type Fields = Omit<QuietPlace, 'id'>

export async function addQuietPlace(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  unitId: UnitId,
  fields: Fields,
): Promise<StoredPlace> {
  requireRight(mayKeepQuiet(actor, await readUnitPath(tx, { clock }, unitId)))
  checkPlace(fields)
  const place = { ...fields, id: newId<'quiet-place'>(clock.now()) }
  await insertQuietPlace(tx, unitId, place, clock.now())
  const act = { actor, action: 'rules.addQuietPlace', unitId, subjectId: place.id, details: { place } }
  await writeAudit(tx, { clock }, act)
  return { ...place, unitId, version: 1 }
}

export async function changeQuietPlace(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  { quietPlaceId: id, version: seen, ...fields }: Fields & { quietPlaceId: QuietPlaceId; version: number },
): Promise<StoredPlace> {
  const current = await placeFor(tx, { clock }, actor, id)
  checkPlace(fields)
  const { unitId } = current
  const place = { ...fields, id }
  if (!(await updateQuietPlace(tx, seen, place, clock.now()))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: current.version })
  }
  const act = { actor, action: 'rules.changeQuietPlace', unitId, subjectId: id, details: { before: current, place } }
  await writeAudit(tx, { clock }, act)
  return { ...place, unitId, version: seen + 1 }
}

/** Gives the unit whose place it was. */
export async function removeQuietPlace(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  id: QuietPlaceId,
): Promise<UnitId> {
  const place = await placeFor(tx, { clock }, actor, id)
  const { unitId } = place
  await deleteQuietPlace(tx, id)
  const act = { actor, action: 'rules.removeQuietPlace', unitId, subjectId: id, details: { place } }
  await writeAudit(tx, { clock }, act)
  return unitId
}

async function placeFor(
  tx: Transaction,
  { clock }: { clock: Clock },
  actor: Actor,
  id: QuietPlaceId,
): Promise<StoredPlace> {
  const place = await readQuietPlace(tx, id)
  if (!place) throw new Refusal(platformRefusals.NOT_FOUND)
  requireRight(mayKeepQuiet(actor, await readUnitPath(tx, { clock }, place.unitId)))
  return place
}
