import { platformRefusals, Refusal } from '@nguon/contract/platform'
import type { BulletinId, SlotId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { readRenditions, readSlot, type StoredSlot } from './store.ts'

export interface ShownSlot extends StoredSlot {
  readonly bulletinIds: readonly BulletinId[]
}

/** Slots with the bulletins they play. */
export async function withBulletins(db: Database, slots: readonly StoredSlot[]): Promise<ShownSlot[]> {
  const renditionIds = slots.flatMap(({ slot }) =>
    slot.content.kind === 'rendition' ? [slot.content.renditionId] : [],
  )
  const renditions = new Map((await readRenditions(db, renditionIds)).map(rendition => [rendition.id, rendition]))
  return slots.map(stored => {
    const { content } = stored.slot
    const rendition = content.kind === 'rendition' ? renditions.get(content.renditionId) : undefined
    return { ...stored, bulletinIds: rendition?.bulletinIds ?? [] }
  })
}

/** @throws NOT_FOUND */
export async function showSlot(db: Database, slotId: SlotId): Promise<ShownSlot> {
  const stored = await readSlot(db, slotId)
  const [slot] = await withBulletins(db, stored ? [stored] : [])
  if (!slot) throw new Refusal(platformRefusals.NOT_FOUND)
  return slot
}
