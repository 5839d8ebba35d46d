import type { SlotDraft } from '@nguon/contract/slots'
import type { Actor } from '@nguon/domain/platform'
import { maySchedule, type Slot } from '@nguon/domain/schedule'
import { skipStarted } from '@nguon/domain/slots'
import type { Transaction } from '@nguon/server/platform'
import { type ScheduleParts, insertRendition, insertSlot } from '@nguon/server/schedule'
import { readLivingUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { draftSlot } from './draft-slot.ts'
import { requireLawful } from './require-lawful.ts'
import { auditSlot } from './slot-to-change.ts'

/** Checks and saves a new slot. What breaks a rule is refused with every reason at once, and nothing is kept. */
export async function createSlot(
  tx: Transaction,
  { clock, zone }: ScheduleParts,
  actor: Actor,
  draft: SlotDraft,
): Promise<Slot> {
  const unitPath = await readLivingUnitPath(tx, { clock }, draft.unitId)
  requireRight(maySchedule(actor, unitPath))
  const { slot: drafted, rendition } = await draftSlot(tx, { clock }, draft, unitPath, null)
  const slot = skipStarted(drafted, null, clock.now(), zone)
  await requireLawful(tx, { clock, zone }, slot, rendition)
  await insertRendition(tx, rendition, clock.now())
  await insertSlot(tx, slot, actor.accountId, clock.now())
  await auditSlot(tx, { clock }, actor, 'create', slot)
  return slot
}
