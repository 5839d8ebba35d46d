import { type Slot, wordExplanation } from '@nguon/domain/schedule'
import { previewSlot, wordConflict, wordViolation } from '@nguon/domain/slots'
import { approvedContents } from '@nguon/server/approval'
import type { Clock, Database } from '@nguon/server/platform'
import { plannedContent, readNames, type StoredRendition } from '@nguon/server/schedule'
import { readSlotCheck } from './read-slot-check.ts'

/** What saving the slot would bring about, in words (S4). */
export async function showPreview(
  db: Database,
  parts: { clock: Clock; zone: string },
  slot: Slot,
  rendition: StoredRendition,
) {
  const [check, approved, names] = await Promise.all([
    readSlotCheck(db, parts, slot, rendition),
    approvedContents(db, rendition.bulletinIds),
    readNames(db, parts),
  ])
  const { audio } = plannedContent(rendition, approved)
  const { violations, conflicts, unheard, occurrences, ...numbers } = previewSlot(check, audio?.file.bytes ?? 0)
  return {
    ...numbers,
    occurrences: [...occurrences],
    refusals: violations.map(violation => wordViolation(violation, names)),
    conflicts: conflicts.map(conflict => ({
      slotId: conflict.otherSlotId,
      title: conflict.otherTitle,
      startsAt: conflict.startsAt,
      deviceCount: conflict.deviceCount,
      wins: conflict.wins,
      decidable: conflict.decidable,
      reason: wordConflict(conflict),
    })),
    unheard: unheard.map(({ deviceCount, reason }) => ({ deviceCount, reason: wordExplanation(reason, names) })),
  }
}
