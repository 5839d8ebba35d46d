import type { DutyTurn } from '@nguon/domain/emergencies'
import { type AccountId, type Instant, instant, type UnitId, type UnitPath } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'

type DutyTables = {
  'emergencies.roster': { unitId: UnitId; version: number }
  'emergencies.turn': { unitId: UnitId; accountId: AccountId; startsAt: Date; endsAt: Date; rank: number }
}

const tables = (db: Database) => db.withTables<DutyTables>()

/** Turns of one unit that are not over since. */
export async function rosterOf(
  db: Database,
  unitId: UnitId,
  since: Instant,
): Promise<{ version: number; turns: DutyTurn[] }> {
  const roster = await tables(db)
    .selectFrom('emergencies.roster')
    .select('version')
    .where('unitId', '=', unitId)
    .executeTakeFirst()
  const rows = await tables(db)
    .selectFrom('emergencies.turn')
    .select(['accountId', 'startsAt', 'endsAt', 'rank'])
    .where('unitId', '=', unitId)
    .where('endsAt', '>', new Date(since))
    .orderBy('startsAt')
    .orderBy('rank')
    .orderBy('accountId')
    .execute()
  const turns = rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: instant(startsAt.getTime()),
    endsAt: instant(endsAt.getTime()),
  }))
  return { version: roster?.version ?? 0, turns }
}

const mostRank = 100

/** Turns of the unit and of those above it; the nearest unit's people come first whatever their rank. */
export async function turnsOf(db: Database, unitPath: UnitPath, now: Instant): Promise<DutyTurn[]> {
  const rosters = await Promise.all(unitPath.toReversed().map(unitId => rosterOf(db, unitId, now)))
  return rosters.flatMap(({ turns }, distance) =>
    turns.map(turn => ({ ...turn, rank: turn.rank + distance * mostRank })),
  )
}

/** Replaces what is not over; gives false when the version seen is no longer the current one. */
export async function saveRoster(
  tx: Transaction,
  { unitId, version, turns }: { unitId: UnitId; version: number; turns: readonly DutyTurn[] },
  since: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx)
    .insertInto('emergencies.roster')
    .values({ unitId, version: 1 })
    .onConflict(conflict =>
      conflict
        .column('unitId')
        .doUpdateSet({ version: version + 1 })
        .where('emergencies.roster.version', '=', version),
    )
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tables(tx)
    .deleteFrom('emergencies.turn')
    .where('unitId', '=', unitId)
    .where('endsAt', '>', new Date(since))
    .execute()
  if (turns.length === 0) return true
  const rows = turns.map(turn => ({
    ...turn,
    unitId,
    startsAt: new Date(turn.startsAt),
    endsAt: new Date(turn.endsAt),
  }))
  await tables(tx)
    .insertInto('emergencies.turn')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return true
}
