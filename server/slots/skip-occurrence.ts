import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { slotRefusals } from '@nguon/contract/slots'
import type { Actor, Day, SlotId } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import type { Transaction } from '@nguon/server/platform'
import { type ScheduleParts, renditionOf, storeUpdatedSlot } from '@nguon/server/schedule'
import { requireComing } from './require-coming.ts'
import { requireLawful } from './require-lawful.ts'
import { auditSlot, slotToChange } from './slot-to-change.ts'

export interface SkipWish {
  readonly slotId: SlotId
  readonly version: number
  readonly day: Day
  /** False: the day that was left out plays after all. */
  readonly skipped: boolean
}

/** Leaves one day of a recurring slot out, or takes it in again. What has begun is not rewritten (rule P1.12). */
export async function skipOccurrence(
  tx: Transaction,
  { clock, zone }: ScheduleParts,
  actor: Actor,
  { day, skipped, ...seen }: SkipWish,
): Promise<Slot> {
  const { slot: before, version } = await slotToChange(tx, { clock }, actor, seen)
  const { recurrence } = before
  if (recurrence.kind === 'once') throw new Refusal(slotRefusals.NOT_AN_OCCURRENCE, { day })
  const others = recurrence.exceptions.filter(each => each !== day)
  const whole: Slot = { ...before, recurrence: { ...recurrence, exceptions: others } }
  requireComing(whole, day, clock.now(), zone)
  if (recurrence.exceptions.includes(day) === skipped) return before
  const slot: Slot = skipped ? { ...before, recurrence: { ...recurrence, exceptions: [...others, day] } } : whole
  await requireLawful(tx, { clock, zone }, slot, await renditionOf(tx, slot))
  if (!(await storeUpdatedSlot(tx, slot, version))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current: version })
  }
  await auditSlot(tx, { clock }, actor, 'skip', slot, { day, skipped })
  return slot
}
