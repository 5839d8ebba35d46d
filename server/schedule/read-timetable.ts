import type { UnitId } from '@nguon/domain/platform'
import type { Timetable } from '@nguon/domain/schedule'
import type { Clock, Database } from '@nguon/server/platform'
import { quietPlacesOfUnits, rulesOfUnits } from '@nguon/server/rules'
import { readContents, type ReadContents } from './read-contents.ts'
import { readDecisions } from './decision-store.ts'
import { activeSlots, type StoredSlot } from './store.ts'

/** By whose clock and calendar slots are meant. */
export interface ScheduleParts {
  readonly clock: Clock
  readonly zone: string
}

export interface ReadTimetable {
  readonly timetable: Timetable
  readonly stored: readonly StoredSlot[]
  readonly media: ReadContents['media']
}

/** Everything that can have a part in what devices of these units play: theirs and that of the units above them. */
export async function readTimetable(
  db: Database,
  zone: string,
  unitIds: readonly UnitId[] | null,
): Promise<ReadTimetable> {
  const [stored, rules, quietPlaces, decisions] = await Promise.all([
    activeSlots(db, unitIds),
    rulesOfUnits(db, unitIds),
    quietPlacesOfUnits(db, unitIds),
    readDecisions(db),
  ])
  const slots = stored.map(({ slot }) => slot)
  const renditionIds = slots.flatMap(({ content }) => (content.kind === 'rendition' ? [content.renditionId] : []))
  const { contents, media } = await readContents(db, renditionIds)
  return { timetable: { zone, slots, contents, rules, quietPlaces, ...decisions }, stored, media }
}
