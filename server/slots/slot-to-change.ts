import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { slotRefusals } from '@nguon/contract/slots'
import type { Actor, SlotId } from '@nguon/domain/platform'
import { maySchedule, type Slot } from '@nguon/domain/schedule'
import { writeAudit } from '@nguon/server/audit'
import type { Database, Transaction } from '@nguon/server/platform'
import { readSlot, type ScheduleParts, type StoredSlot } from '@nguon/server/schedule'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'

/**
 * The slot this person may change, as it was seen.
 * @throws NOT_FOUND, FORBIDDEN, STALE_VERSION; SLOT_CANCELLED unless a cancelled one is asked for
 */
export async function slotToChange(
  db: Database,
  { clock }: Pick<ScheduleParts, 'clock'>,
  actor: Actor,
  { slotId, version }: { readonly slotId: SlotId; readonly version: number },
  { mayBeCancelled = false }: { readonly mayBeCancelled?: boolean } = {},
): Promise<StoredSlot> {
  const stored = await readSlot(db, slotId)
  if (!stored) throw new Refusal(platformRefusals.NOT_FOUND)
  requireRight(maySchedule(actor, await readUnitPath(db, { clock }, stored.slot.unitId)))
  if (stored.cancelled && !mayBeCancelled) throw new Refusal(slotRefusals.SLOT_CANCELLED)
  if (stored.version !== version) throw new Refusal(platformRefusals.STALE_VERSION, { current: stored.version })
  return stored
}

/** The line of an act on a slot, with the slot as it is afterwards. */
export function auditSlot(
  tx: Transaction,
  { clock }: Pick<ScheduleParts, 'clock'>,
  actor: Actor,
  verb: 'create' | 'update' | 'cancel' | 'skip' | 'restore',
  slot: Slot,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const act = { actor, action: `schedule.${verb}`, unitId: slot.unitId, subjectId: slot.id }
  return writeAudit(tx, { clock }, { ...act, details: { slot, ...details } })
}
