import type { UnitId } from '@nguon/domain/platform'
import { approvedContents } from '@nguon/server/approval'
import { type Database, jobKind, type Jobs, transact } from '@nguon/server/platform'
import { type Programmes, programmeKey } from '@nguon/server/programmes'
import { keepProgrammeKey } from './programme-store.ts'
import { soundsOf } from './read-contents.ts'
import { activeSlots, readRenditions } from './store.ts'

/** Without a unit: of all. */
export const prepareJob = jobKind<{ unitId: UnitId | null }>('schedule.prepareProgrammes')

interface PrepareParts {
  readonly db: Database
  readonly programmes: Pick<Programmes, 'want'>
}

/**
 * Has one sound made of every rendition in force that plays several, from what is approved now. Each keeps which
 * programme that is, so that its slots are found when it is made.
 */
export async function prepareProgrammes({ db, programmes }: PrepareParts, unitId: UnitId | null): Promise<void> {
  await transact(db, async tx => {
    const slots = await activeSlots(tx, unitId === null ? null : [unitId])
    const renditionIds = slots.flatMap(({ slot: { content } }) =>
      content.kind === 'rendition' ? [content.renditionId] : [],
    )
    const renditions = await readRenditions(tx, renditionIds)
    const approved = await approvedContents(tx, [...new Set(renditions.flatMap(({ bulletinIds }) => bulletinIds))])
    for (const rendition of renditions) {
      const sounds = soundsOf(rendition, approved)
      if (sounds.length < 2) continue
      await keepProgrammeKey(tx, rendition.id, programmeKey(sounds))
      await programmes.want(tx, sounds)
    }
  })
}

/** After a start: what was saved by a server that could not make it, or could not be made then. */
export async function prepareAll({ db, jobs }: { db: Database; jobs: Pick<Jobs, 'enqueue'> }): Promise<void> {
  await transact(db, tx => jobs.enqueue(tx, prepareJob, { unitId: null }))
}
