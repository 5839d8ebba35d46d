import type {
  DisasterSeriesId,
  Emergency,
  EmergencyId,
  EmergencyState,
  EmergencyType,
  Hazard,
} from '@nguon/domain/emergencies'
import { type AccountId, type Instant, instant, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type Plain = Pick<
  Emergency,
  | 'id'
  | 'type'
  | 'purpose'
  | 'eventId'
  | 'referenceId'
  | 'seriesId'
  | 'seriesNumber'
  | 'unitId'
  | 'version'
  | 'state'
  | 'hazard'
  | 'riskLevel'
  | 'urgency'
  | 'severity'
  | 'certainty'
  | 'headline'
  | 'body'
  | 'siren'
  | 'rounds'
  | 'everyMinutes'
  | 'validMinutes'
  | 'breakGlassReason'
>

interface MessageRow extends Plain {
  areaUnitIds: UnitId[]
  polygon: Emergency['area']['polygon']
  writtenBy: AccountId
  writtenName: string
  writtenAt: Date
  askedAt: Date | null
  confirmedBy: AccountId | null
  confirmedName: string | null
  confirmedAt: Date | null
  expiresAt: Date | null
  endedAt: Date | null
  endedReason: string | null
}

type MessageTables = { 'emergencies.message': MessageRow }

const tables = (db: Database) => db.withTables<MessageTables>()
const instantOf = (date: Date) => instant(date.getTime())
const dateOf = (at: Instant | null) => (at === null ? null : new Date(at))

function emergencyOf(row: MessageRow): Emergency {
  const { areaUnitIds, polygon, writtenBy, writtenName, writtenAt, confirmedBy, confirmedName, confirmedAt } = row
  const { endedAt, endedReason, askedAt, expiresAt, ...plain } = row
  return {
    ...(plain as Plain),
    area: { unitIds: areaUnitIds, polygon },
    written: { accountId: writtenBy, name: writtenName, at: instantOf(writtenAt) },
    askedAt: askedAt && instantOf(askedAt),
    confirmed:
      confirmedBy && confirmedAt
        ? { accountId: confirmedBy, name: confirmedName ?? '', at: instantOf(confirmedAt) }
        : null,
    expiresAt: expiresAt && instantOf(expiresAt),
    ended: endedAt && { at: instantOf(endedAt), reason: endedReason ?? '' },
  }
}

function rowOf(emergency: Emergency) {
  const { area, written, confirmed, ended, askedAt, expiresAt, ...plain } = emergency
  return {
    ...plain,
    areaUnitIds: [...area.unitIds],
    polygon: sql`${area.polygon === null ? null : JSON.stringify(area.polygon)}::jsonb` as never,
    writtenBy: written.accountId,
    writtenName: written.name,
    writtenAt: new Date(written.at),
    askedAt: dateOf(askedAt),
    confirmedBy: confirmed?.accountId ?? null,
    confirmedName: confirmed?.name ?? null,
    confirmedAt: dateOf(confirmed?.at ?? null),
    expiresAt: dateOf(expiresAt),
    endedAt: dateOf(ended?.at ?? null),
    endedReason: ended?.reason ?? null,
  }
}

export async function findEmergency(db: Database, id: EmergencyId): Promise<Emergency | null> {
  const row = await tables(db).selectFrom('emergencies.message').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? emergencyOf(row) : null
}

/** Whoever else would change the event waits until the transaction is over. */
export async function lockEvent(tx: Transaction, id: EmergencyId): Promise<void> {
  await sql`SELECT FROM emergencies.message WHERE id = (SELECT event_id FROM emergencies.message WHERE id = ${id}) FOR UPDATE`.execute(
    tx,
  )
}

export async function insertEmergency(tx: Transaction, emergency: Emergency): Promise<void> {
  await tables(tx).insertInto('emergencies.message').values(rowOf(emergency)).execute()
}

/** Writes all but what never changes; gives it with its new version. */
export async function saveEmergency(tx: Transaction, emergency: Emergency): Promise<Emergency> {
  const changed = { ...emergency, version: emergency.version + 1 }
  const { id, type: _type, purpose: _purpose, eventId: _event, referenceId: _reference, ...row } = rowOf(changed)
  await tables(tx).updateTable('emergencies.message').set(row).where('id', '=', id).execute()
  return changed
}

export async function messagesOfEvent(db: Database, eventId: EmergencyId): Promise<Emergency[]> {
  const rows = await tables(db)
    .selectFrom('emergencies.message')
    .selectAll()
    .where('eventId', '=', eventId)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
  return rows.map(emergencyOf)
}

const openStates: EmergencyState[] = ['draft', 'waiting', 'confirmed', 'sounding']

export interface EmergencyQuery {
  readonly unitIds: readonly UnitId[]
  readonly type: EmergencyType
  readonly open: boolean
  readonly after: { readonly at: number; readonly id: string } | null
  readonly limit: number
}

/** Newest first. */
export async function findEmergencies(db: Database, wanted: EmergencyQuery): Promise<Emergency[]> {
  if (wanted.unitIds.length === 0) return []
  let query = tables(db)
    .selectFrom('emergencies.message')
    .selectAll()
    .where('unitId', 'in', [...wanted.unitIds])
    .where('type', '=', wanted.type)
  if (wanted.open) query = query.where('state', 'in', openStates)
  const { after } = wanted
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('writtenAt', 'id'), '<', tuple(new Date(after.at), after.id as EmergencyId)),
    )
  }
  const rows = await query.orderBy('writtenAt', 'desc').orderBy('id', 'desc').limit(wanted.limit).execute()
  return rows.map(emergencyOf)
}

/** The area of the last alert that went out in the unit, of this hazard if there was one. */
export async function lastAreaOf(db: Database, unitId: UnitId, hazard: Hazard | null): Promise<UnitId[]> {
  const row = await tables(db)
    .selectFrom('emergencies.message')
    .select('areaUnitIds')
    .where('unitId', '=', unitId)
    .where('type', '=', 'emergency')
    .where('purpose', '=', 'alert')
    .where('confirmedAt', 'is not', null)
    .orderBy(sql`hazard = ${hazard ?? ''}`, 'desc')
    .orderBy('confirmedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.areaUnitIds ?? []
}

/** How many messages of a series went out already. */
export async function countOfSeries(tx: Transaction, seriesId: DisasterSeriesId): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom('emergencies.message')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('seriesId', '=', seriesId)
    .where('state', '!=', 'discarded')
    .executeTakeFirstOrThrow()
  return count
}

export async function waitingEmergencies(db: Database): Promise<Emergency[]> {
  const rows = await tables(db).selectFrom('emergencies.message').selectAll().where('state', '=', 'waiting').execute()
  return rows.map(emergencyOf)
}

/** Those whose time has run out while they were on the air. */
export async function expiredEmergencies(db: Database, now: Instant): Promise<EmergencyId[]> {
  const rows = await tables(db)
    .selectFrom('emergencies.message')
    .select('id')
    .where('state', 'in', ['confirmed', 'sounding'])
    .where('expiresAt', '<=', new Date(now))
    .execute()
  return rows.map(({ id }) => id)
}

/** The first loudspeaker sounds it. No version of people's: whoever stops it meanwhile saw the right one. */
export async function markSounding(tx: Transaction, ids: readonly EmergencyId[]): Promise<void> {
  if (ids.length === 0) return
  await tables(tx)
    .updateTable('emergencies.message')
    .set({ state: 'sounding' })
    .where('id', 'in', [...ids])
    .where('state', '=', 'confirmed')
    .execute()
}

export async function markEnded(tx: Transaction, id: EmergencyId, now: Instant): Promise<void> {
  await tables(tx)
    .updateTable('emergencies.message')
    .set({ state: 'ended', endedAt: new Date(now), endedReason: 'expired' })
    .where('id', '=', id)
    .where('state', 'in', ['confirmed', 'sounding'])
    .execute()
}
