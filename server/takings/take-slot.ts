import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { takingRefusals } from '@nguon/contract/takings'
import type { Actor, SlotId, UnitId } from '@nguon/domain/platform'
import { maySchedule } from '@nguon/domain/schedule'
import { writeAudit } from '@nguon/server/audit'
import type { Transaction } from '@nguon/server/platform'
import { type ScheduleParts, readTaking, saveTaking, readSlot } from '@nguon/server/schedule'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'

export interface TakingWish {
  readonly unitId: UnitId
  readonly slotId: SlotId
  readonly taken: boolean
  readonly reason: string
}

/**
 * The unit's word on a normal slot of a unit above it (rule P5). False when it had said the same before: then nothing is
 * written. Only such slots need a word: priority and emergency air anyway, and one's own are cancelled instead.
 */
export async function takeSlot(
  tx: Transaction,
  { clock }: Pick<ScheduleParts, 'clock'>,
  actor: Actor,
  { unitId, slotId, taken, reason }: TakingWish,
): Promise<boolean> {
  const path = await readUnitPath(tx, { clock }, unitId)
  requireRight(maySchedule(actor, path))
  const stored = await readSlot(tx, slotId)
  if (!stored || !path.includes(stored.slot.unitId)) throw new Refusal(platformRefusals.NOT_FOUND)
  if (stored.cancelled) throw new Refusal(takingRefusals.SLOT_CANCELLED)
  if (stored.slot.class !== 'normal' || stored.slot.unitId === unitId) {
    throw new Refusal(takingRefusals.SLOT_NOT_FOR_TAKING)
  }
  const before = await readTaking(tx, unitId, slotId)
  if (before?.taken === taken && before.reason === reason) return false
  await saveTaking(tx, { unitId, slotId, taken, reason }, clock.now())
  const details = { taken, reason }
  await writeAudit(tx, { clock }, { actor, action: 'schedule.take', unitId, subjectId: slotId, details })
  return true
}
