import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type SlotDraft, scheduleRefusals } from '@nguon/contract/schedule'
import type { Actor, SlotId, UnitId } from '@nguon/domain/platform'
import { checkSlot, maySchedule, skipStarted, type Slot, type Violation, wordViolation } from '@nguon/domain/schedule'
import { writeAudit } from '@nguon/server/audit'
import type { Clock, Database, Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readLivingUnitPath, readUnitPath } from '@nguon/server/territory'
import { readSlotCheck } from './check-draft.ts'
import { draftSlot } from './draft-slot.ts'
import { cancelSlot as storeCancel, insertRendition, insertSlot, readSlot, updateSlot as storeUpdate } from './store.ts'
import { readNames } from './read-names.ts'

export interface ScheduleParts {
  readonly clock: Clock
  readonly zone: string
}

async function refuseViolations(db: Database, parts: ScheduleParts, violations: readonly Violation[]): Promise<void> {
  if (violations.length === 0) return
  const names = await readNames(db, parts)
  const reasons = violations.map(violation => wordViolation(violation, names))
  throw new Refusal(scheduleRefusals.SLOT_REFUSED, {
    reasons: reasons.map(({ vi }) => vi).join(' '),
    reasonsInEnglish: reasons.map(({ en }) => en).join(' '),
    codes: violations.map(({ code }) => code),
  })
}

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
  await refuseViolations(tx, { clock, zone }, checkSlot(await readSlotCheck(tx, { clock, zone }, slot, rendition)))
  await insertRendition(tx, rendition, clock.now())
  await insertSlot(tx, slot, actor.accountId, clock.now())
  await audit(tx, clock, actor, 'create', slot)
  return slot
}

export async function updateSlot(
  tx: Transaction,
  { clock, zone }: ScheduleParts,
  actor: Actor,
  slotId: SlotId,
  seen: number,
  draft: SlotDraft,
): Promise<{ before: Slot; after: Slot }> {
  const { slot: before, version } = await slotToChange(tx, { clock }, actor, slotId, seen)
  const unitPath = await readUnitPath(tx, { clock }, draft.unitId)
  requireRight(maySchedule(actor, unitPath))
  const { slot: drafted, rendition } = await draftSlot(tx, { clock }, draft, unitPath, slotId)
  const after = skipStarted(drafted, before, clock.now(), zone)
  await refuseViolations(tx, { clock, zone }, checkSlot(await readSlotCheck(tx, { clock, zone }, after, rendition)))
  await insertRendition(tx, rendition, clock.now())
  if (!(await storeUpdate(tx, after, seen))) throw new Refusal(platformRefusals.STALE_VERSION, { current: version })
  await audit(tx, clock, actor, 'update', after, { before })
  return { before, after }
}

export async function cancelSlot(
  tx: Transaction,
  { clock }: Pick<ScheduleParts, 'clock'>,
  actor: Actor,
  slotId: SlotId,
  seen: number,
  reason: string,
): Promise<Slot> {
  const { slot } = await slotToChange(tx, { clock }, actor, slotId, seen)
  await storeCancel(tx, slotId, reason, clock.now())
  await audit(tx, clock, actor, 'cancel', slot, { reason })
  return slot
}

async function slotToChange(db: Database, { clock }: { clock: Clock }, actor: Actor, slotId: SlotId, seen: number) {
  const stored = await readSlot(db, slotId)
  if (!stored) throw new Refusal(platformRefusals.NOT_FOUND)
  requireRight(maySchedule(actor, await readUnitPath(db, { clock }, stored.slot.unitId)))
  if (stored.cancelled) throw new Refusal(scheduleRefusals.SLOT_CANCELLED)
  if (stored.version !== seen) throw new Refusal(platformRefusals.STALE_VERSION, { current: stored.version })
  return stored
}

function audit(tx: Transaction, clock: Clock, actor: Actor, verb: string, slot: Slot, details = {}): Promise<void> {
  const unitId: UnitId = slot.unitId
  return writeAudit(
    tx,
    { clock },
    {
      actor,
      action: `schedule.${verb}`,
      unitId,
      subjectId: slot.id,
      details: { slot, ...details },
    },
  )
}
