import type { BulletinId } from '@nguon/domain/platform'
import { instant } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import { beginAt, comingOccurrences, endBefore, previewSlot } from '@nguon/domain/slots'
import { approvedContents } from '@nguon/server/approval'
import { writeAudit } from '@nguon/server/audit'
import { newId, type Transaction } from '@nguon/server/platform'
import {
  copyDecisions,
  insertRendition,
  insertSlot,
  renditionOf,
  type ScheduleParts,
  slotsOfBulletin,
  soundingSeconds,
  type StoredSlot,
  storeUpdatedSlot,
} from '@nguon/server/schedule'
import { readSlotCheck } from './read-slot-check.ts'
import { openFitTask } from './fit-tasks.ts'

/**
 * A bulletin approved anew may sound longer or shorter than it did: its slots take the time it takes now, in what has not
 * begun (rule P1.12). What they run into by that, another slot or a rule, waits for the operators; nobody's choice is
 * undone for them. Gives the slots that became others.
 */
export async function fitToSound(tx: Transaction, parts: ScheduleParts, bulletinId: BulletinId): Promise<Slot[]> {
  const fitted: Slot[] = []
  for (const stored of await slotsOfBulletin(tx, bulletinId)) {
    if (stored.cancelled) continue
    const seconds = await secondsOf(tx, stored.slot)
    if (seconds === null || seconds === stored.slot.durationSeconds) continue
    const after = await fitSlot(tx, parts, stored, seconds)
    if (!after) continue
    const { slot: before } = stored
    const line = { action: 'schedule.fit', unitId: after.unitId, subjectId: after.id, details: { slot: after, before } }
    await writeAudit(tx, parts, { actor: null, ...line })
    if (await runsIntoMore(tx, parts, before, after)) await openFitTask(tx, parts, after)
    fitted.push(after)
  }
  return fitted
}

/** Null while not all that the slot plays is approved: how long it will be is not known. */
async function secondsOf(tx: Transaction, slot: Slot): Promise<number | null> {
  if (slot.content.kind !== 'rendition') return null
  const { bulletinIds } = await renditionOf(tx, slot)
  const approved = await approvedContents(tx, bulletinIds)
  const sounds = bulletinIds.map(id => approved.get(id))
  const known = sounds.flatMap(content => (content && typeof content !== 'string' ? [content.soundings] : []))
  return known.length < bulletinIds.length ? null : Math.max(1, Math.ceil(soundingSeconds(known.flat())))
}

async function fitSlot(
  tx: Transaction,
  { clock, zone }: ScheduleParts,
  { slot: before, version }: StoredSlot,
  durationSeconds: number,
): Promise<Slot | null> {
  const now = clock.now()
  const [first] = comingOccurrences(before, instant(0), zone)
  const [next] = comingOccurrences(before, instant(now + 1), zone).filter(({ startsAt }) => startsAt > now)
  if (!first || !next) return null
  const whole: Slot = { ...before, durationSeconds }
  const { recurrence } = before
  if (first.startsAt > now || recurrence.kind === 'once')
    return (await storeUpdatedSlot(tx, whole, version)) ? whole : null
  const ended: Slot = { ...before, recurrence: endBefore(recurrence, next.day) }
  if (!(await storeUpdatedSlot(tx, ended, version))) return null
  const rendition = { ...(await renditionOf(tx, before)), id: newId<'rendition'>(now) }
  const onwards: Slot = {
    ...whole,
    id: newId<'slot'>(now),
    recurrence: beginAt(recurrence, next.day),
    content: { kind: 'rendition', renditionId: rendition.id },
  }
  await insertRendition(tx, rendition, now)
  await insertSlot(tx, onwards, '', now)
  await copyDecisions(tx, before.id, onwards.id)
  return onwards
}

/** Whether it breaks a rule, or wants the time of another slot, which it did not while it was as long as before. */
async function runsIntoMore(tx: Transaction, parts: ScheduleParts, before: Slot, after: Slot): Promise<boolean> {
  const check = await readSlotCheck(tx, parts, after, await renditionOf(tx, after))
  const troubles = (slot: Slot) => {
    const { violations, conflicts } = previewSlot({ ...check, slot })
    return [
      ...violations.map(({ code }) => code),
      ...conflicts.map(({ otherSlotId, wins, loss }) => `${otherSlotId} ${wins} ${loss}`),
    ]
  }
  const known = new Set(troubles({ ...after, durationSeconds: before.durationSeconds }))
  return troubles(after).some(trouble => !known.has(trouble))
}
