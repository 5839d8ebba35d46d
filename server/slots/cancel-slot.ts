import { Refusal } from '@nguon/contract/platform'
import { slotRefusals } from '@nguon/contract/slots'
import { type Actor, instant, type SlotId } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import { comingOccurrences } from '@nguon/domain/slots'
import type { Transaction } from '@nguon/server/platform'
import { type ScheduleParts, storeCancelledSlot } from '@nguon/server/schedule'
import { auditSlot, slotToChange } from './slot-to-change.ts'

/** What has not played will not play; `restoreSlot` takes it back. @throws SLOT_ALREADY_AIRED when all of it has played */
export async function cancelSlot(
  tx: Transaction,
  { clock, zone }: ScheduleParts,
  actor: Actor,
  { reason, ...seen }: { readonly slotId: SlotId; readonly version: number; readonly reason: string },
): Promise<Slot> {
  const { slot } = await slotToChange(tx, { clock }, actor, seen)
  const last = slot.recurrence.kind === 'once' ? comingOccurrences(slot, instant(0), zone)[0] : undefined
  if (last && last.endsAt <= clock.now()) throw new Refusal(slotRefusals.SLOT_ALREADY_AIRED)
  await storeCancelledSlot(tx, slot.id, reason, clock.now())
  await auditSlot(tx, { clock }, actor, 'cancel', slot, { reason })
  return slot
}
