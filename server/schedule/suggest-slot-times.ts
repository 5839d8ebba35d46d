import { Refusal } from '@nguon/contract/platform'
import { scheduleRefusals, slotDraftSchema } from '@nguon/contract/schedule'
import type { Actor, BulletinId, UnitId } from '@nguon/domain/platform'
import { addDays } from '@nguon/domain/platform'
import { maySchedule, type SuggestedTime, suggestTimes } from '@nguon/domain/schedule'
import { approvedContents } from '@nguon/server/approval'
import type { Database } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { readSlotCheck } from './check-draft.ts'
import { draftSlot } from './draft-slot.ts'
import type { ScheduleParts } from './slot-to-change.ts'

/** When the unit could let the bulletin sound on all its loudspeakers, the most sensible time first; empty: within a week never. */
export async function suggestSlotTimes(
  db: Database,
  parts: ScheduleParts,
  actor: Actor,
  { unitId, bulletinId }: { readonly unitId: UnitId; readonly bulletinId: BulletinId },
): Promise<SuggestedTime[]> {
  const path = await readUnitPath(db, parts, unitId)
  requireRight(maySchedule(actor, path))
  const content = (await approvedContents(db, [bulletinId])).get(bulletinId)
  if (!content || typeof content === 'string') {
    throw new Refusal(scheduleRefusals.BULLETIN_NOT_APPROVED, { title: '', fault: content ?? null })
  }
  const draft = slotDraftSchema.parse({
    unitId,
    bulletinIds: [bulletinId],
    class: content.class,
    recurrence: { kind: 'once', day: addDays(parts.clock.today(), 1) },
    timeOfDay: '05:30',
    target: { units: [unitId], groups: [], devices: [] },
  })
  const { slot, rendition } = await draftSlot(db, parts, draft, path, null)
  return suggestTimes(await readSlotCheck(db, parts, slot, rendition))
}
