import type { Actor, SlotId } from '@nguon/domain/platform'
import { expandSlot, type Slot } from '@nguon/domain/schedule'
import type { Transaction } from '@nguon/server/platform'
import { type ScheduleParts, renditionOf, storeRestoredSlot } from '@nguon/server/schedule'
import { requireLawful } from './require-lawful.ts'
import { auditSlot, slotToChange } from './slot-to-change.ts'

/**
 * Takes a cancellation back, if the rules allow the slot as things are now. What would have begun meanwhile stays left
 * out, so that nobody later takes it for having been planned. Of a slot in force nothing changes.
 */
export async function restoreSlot(
  tx: Transaction,
  { clock, zone }: ScheduleParts,
  actor: Actor,
  seen: { readonly slotId: SlotId; readonly version: number },
): Promise<Slot> {
  const { slot: before, cancelledAt } = await slotToChange(tx, { clock }, actor, seen, { mayBeCancelled: true })
  if (cancelledAt === null) return before
  const { recurrence } = before
  const missed = expandSlot(before, { startsAt: cancelledAt, endsAt: clock.now() }, zone).map(({ day }) => day)
  const slot: Slot =
    recurrence.kind === 'once' || missed.length === 0
      ? before
      : { ...before, recurrence: { ...recurrence, exceptions: [...recurrence.exceptions, ...missed] } }
  await requireLawful(tx, { clock, zone }, slot, await renditionOf(tx, slot))
  await storeRestoredSlot(tx, slot)
  await auditSlot(tx, { clock }, actor, 'restore', slot)
  return slot
}
