import type { Actor, SlotId } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import type { Transaction } from '@nguon/server/platform'
import { auditSlot, type ScheduleParts, slotToChange } from './slot-to-change.ts'
import { cancelSlot as storeCancel } from './store.ts'

/** What has not played will not play; `restoreSlot` takes it back. */
export async function cancelSlot(
  tx: Transaction,
  { clock }: Pick<ScheduleParts, 'clock'>,
  actor: Actor,
  { reason, ...seen }: { readonly slotId: SlotId; readonly version: number; readonly reason: string },
): Promise<Slot> {
  const { slot } = await slotToChange(tx, { clock }, actor, seen)
  await storeCancel(tx, slot.id, reason, clock.now())
  await auditSlot(tx, { clock }, actor, 'cancel', slot, { reason })
  return slot
}
