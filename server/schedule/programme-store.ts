import type { RenditionId, UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import type { ProgrammeKey } from '@nguon/server/programmes'

type ProgrammeTables = {
  'schedule.rendition_programme': { renditionId: RenditionId; programmeKey: ProgrammeKey }
  'schedule.slot': { unitId: UnitId; renditionId: RenditionId | null; cancelledAt: Date | null }
}

/** The programme that is now made of a rendition; takes the place of an earlier one. */
export async function keepProgrammeKey(
  tx: Transaction,
  renditionId: RenditionId,
  programmeKey: ProgrammeKey,
): Promise<void> {
  await tx
    .withTables<ProgrammeTables>()
    .insertInto('schedule.rendition_programme')
    .values({ renditionId, programmeKey })
    .onConflict(conflict => conflict.column('renditionId').doUpdateSet({ programmeKey }))
    .execute()
}

/** The units with a slot in force that plays the programme. */
export async function unitsOfProgramme(db: Database, key: ProgrammeKey): Promise<UnitId[]> {
  const rows = await db
    .withTables<ProgrammeTables>()
    .selectFrom('schedule.slot')
    .innerJoin('schedule.rendition_programme', 'schedule.rendition_programme.renditionId', 'schedule.slot.renditionId')
    .select('schedule.slot.unitId')
    .distinct()
    .where('schedule.rendition_programme.programmeKey', '=', key)
    .where('schedule.slot.cancelledAt', 'is', null)
    .execute()
  return rows.map(({ unitId }) => unitId)
}
