import { Refusal } from '@nguon/contract/platform'
import { slotRefusals, slotDraftSchema } from '@nguon/contract/slots'
import { type Actor, type BulletinId, type UnitId, addDays } from '@nguon/domain/platform'
import { maySchedule } from '@nguon/domain/schedule'
import { type SuggestedTime, suggestTimes } from '@nguon/domain/slots'
import { approvedContents } from '@nguon/server/approval'
import type { Database } from '@nguon/server/platform'
import type { ScheduleParts } from '@nguon/server/schedule'
import { readUnitPath } from '@nguon/server/territory'
import { requireRight } from '@nguon/server/web'
import { draftSlot } from './draft-slot.ts'
import { readSlotCheck } from './read-slot-check.ts'

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
    throw new Refusal(slotRefusals.BULLETIN_NOT_APPROVED, { title: '', fault: content ?? null })
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
