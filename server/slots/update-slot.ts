import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type SlotDraft, slotRefusals } from '@nguon/contract/slots'
import { type Actor, type Day, type Instant, instant, type SlotId } from '@nguon/domain/platform'
import { maySchedule, type Recurrence, type Slot } from '@nguon/domain/schedule'
import { beginAt, comingOccurrences, endBefore, skipStarted } from '@nguon/domain/slots'
import type { Transaction } from '@nguon/server/platform'
import { type ScheduleParts, copyDecisions, insertRendition, storeUpdatedSlot } from '@nguon/server/schedule'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { createSlot } from './create-slot.ts'
import { draftSlot } from './draft-slot.ts'
import { requireComing } from './require-coming.ts'
import { requireLawful } from './require-lawful.ts'
import { auditSlot, slotToChange } from './slot-to-change.ts'

export interface SlotChange {
  readonly slotId: SlotId
  readonly version: number
  readonly draft: SlotDraft
  /** What the change is for; null: all that has not begun. */
  readonly occurrence: { readonly day: Day; readonly reach: 'only' | 'onwards' } | null
}

/**
 * Changes a slot. What has begun is not rewritten (rule P1.12): a recurring slot then ends there and another goes on, which
 * is given as `after`. @throws SLOT_ALREADY_AIRED when nothing is left to change
 */
export async function updateSlot(
  tx: Transaction,
  parts: ScheduleParts,
  actor: Actor,
  { slotId, version, draft, occurrence }: SlotChange,
): Promise<{ before: Slot; after: Slot }> {
  const { slot: before } = await slotToChange(tx, parts, actor, { slotId, version })
  if (occurrence) requireComing(before, occurrence.day, parts.clock.now(), parts.zone)
  const { recurrence } = before
  const cut = firstChanged(before, occurrence, parts.clock.now(), parts.zone)
  if (cut === null || recurrence.kind === 'once') {
    return { before, after: await rewriteSlot(tx, parts, actor, before, version, draft) }
  }
  const onlyOne = occurrence?.reach === 'only'
  const rest: Recurrence = onlyOne
    ? { ...recurrence, exceptions: [...recurrence.exceptions, cut] }
    : endBefore(recurrence, cut)
  const ended: Slot = { ...before, recurrence: rest }
  if (!(await storeUpdatedSlot(tx, ended, version)))
    throw new Refusal(platformRefusals.STALE_VERSION, { current: version })
  const wanted = draft.recurrence
  const once: Recurrence = wanted.kind === 'once' ? wanted : { kind: 'once', day: cut }
  const onwards: Recurrence = wanted.kind === 'once' ? wanted : beginAt(wanted, cut)
  const after = await createSlot(tx, parts, actor, { ...draft, recurrence: onlyOne ? once : onwards })
  await copyDecisions(tx, slotId, after.id)
  await auditSlot(tx, parts, actor, 'update', ended, { before, continuedBy: after.id })
  return { before, after }
}

/** The day from which on the slot is another; null: nothing of it lies before, so the whole slot is. */
function firstChanged(slot: Slot, occurrence: SlotChange['occurrence'], now: Instant, zone: string): Day | null {
  const first = comingOccurrences(slot, instant(0), zone)[0]
  if (occurrence) return occurrence.reach === 'onwards' && first?.day === occurrence.day ? null : occurrence.day
  if (!first || first.startsAt > now) return null
  const next = comingOccurrences(slot, instant(now + 1), zone)[0]
  if (!next) throw new Refusal(slotRefusals.SLOT_ALREADY_AIRED)
  return next.day
}

async function rewriteSlot(
  tx: Transaction,
  parts: ScheduleParts,
  actor: Actor,
  before: Slot,
  version: number,
  draft: SlotDraft,
): Promise<Slot> {
  const unitPath = await readUnitPath(tx, parts, draft.unitId)
  requireRight(maySchedule(actor, unitPath))
  const { slot: drafted, rendition } = await draftSlot(tx, parts, draft, unitPath, before.id)
  const after = skipStarted(drafted, before, parts.clock.now(), parts.zone)
  await requireLawful(tx, parts, after, rendition)
  await insertRendition(tx, rendition, parts.clock.now())
  if (!(await storeUpdatedSlot(tx, after, version)))
    throw new Refusal(platformRefusals.STALE_VERSION, { current: version })
  await auditSlot(tx, parts, actor, 'update', after, { before })
  return after
}
