import { Refusal } from '@nguon/contract/platform'
import { type SlotDraft, slotRefusals } from '@nguon/contract/slots'
import type { RenditionId, SlotId, UnitPath } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import { approvedContents } from '@nguon/server/approval'
import { type Clock, type Database, newId } from '@nguon/server/platform'
import { soundingSeconds, type StoredRendition } from '@nguon/server/schedule'
import { longestSoundSeconds } from '@nguon/server/sound'

/**
 * The slot an operator's draft would make, as long as its audio, and the rendition it would play. Nothing is saved.
 * Refuses a bulletin without an approval in force: there is nothing to make a slot of.
 */
export async function draftSlot(
  db: Database,
  { clock }: { clock: Clock },
  draft: SlotDraft,
  unitPath: UnitPath,
  slotId: SlotId | null,
): Promise<{ slot: Slot; rendition: StoredRendition }> {
  const approved = await approvedContents(db, draft.bulletinIds)
  const sounds: { seconds: number }[] = []
  let title = draft.title ?? ''
  for (const bulletinId of draft.bulletinIds) {
    const content = approved.get(bulletinId)
    if (!content || typeof content === 'string') {
      throw new Refusal(slotRefusals.BULLETIN_NOT_APPROVED, { title, field: 'bulletinIds', fault: content ?? null })
    }
    title ||= content.title
    sounds.push(...content.soundings)
  }
  const seconds = soundingSeconds(sounds)
  if (sounds.length > 1 && seconds > longestSoundSeconds) {
    const [minutes, limit] = [Math.ceil(seconds / 60), longestSoundSeconds / 60]
    throw new Refusal(slotRefusals.PROGRAMME_TOO_LONG, { minutes, limit, field: 'bulletinIds' })
  }
  const renditionId: RenditionId = newId<'rendition'>(clock.now())
  const { unitId, recurrence, timeOfDay, target, onPreempted, order } = draft
  const slot: Slot = {
    id: slotId ?? newId<'slot'>(clock.now()),
    title,
    unitId,
    depth: unitPath.length - 1,
    class: draft.class,
    recurrence,
    timeOfDay,
    durationSeconds: Math.max(1, Math.ceil(seconds)),
    content: { kind: 'rendition', renditionId },
    target,
    onPreempted,
    order,
  }
  return { slot, rendition: { id: renditionId, unitId, title, bulletinIds: draft.bulletinIds } }
}
