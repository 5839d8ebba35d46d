import type { Day } from '@nguon/domain/platform'
import type { client } from '../api/client.ts'

export type TimetableData = Awaited<ReturnType<typeof client.schedule.timetable>>
export type StoredSlot = TimetableData['slots'][number]
type Occurrence = TimetableData['occurrences'][number]

export type ShownOccurrence = Occurrence & { readonly stored: StoredSlot }

/** Soon anew while the sound of a slot is still being put together, else each minute. */
export function renewAfter(timetable: TimetableData | undefined): number {
  const isBeingMade = timetable?.occurrences.some(({ trouble }) => trouble?.code === 'CONTENT_UNUSABLE')
  return isBeingMade ? 5000 : 60_000
}

/** What plays on a day, earliest first. */
export function occurrencesOn({ slots, occurrences }: TimetableData, day: Day): ShownOccurrence[] {
  const byId = new Map(slots.map(stored => [stored.slot.id, stored]))
  return occurrences
    .filter(occurrence => occurrence.day === day)
    .flatMap(occurrence => {
      const stored = byId.get(occurrence.slotId)
      return stored ? [{ ...occurrence, stored }] : []
    })
    .toSorted((one, other) => one.startsAt - other.startsAt)
}
