import { type Device, type DeviceKind, type DeviceState, lostAfterMilliseconds } from '@nguon/domain/devices'
import { type DeviceId, foldVietnamese, type Instant, type UnitId } from '@nguon/domain/platform'
import type { Database } from '@nguon/server/platform'
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { deviceOfRow, type DeviceRow, devicesSeen, type DeviceTables, instantOf } from './store.ts'

type Builder = ExpressionBuilder<{ device: DeviceRow; state: { lastSeenAt: Date | null } }, 'device' | 'state'>

function inState(state: DeviceState, now: Instant) {
  const lost = new Date(now - lostAfterMilliseconds)
  return (eb: Builder) => {
    const kept = eb('device.retiredAt', 'is', null)
    const claimed = eb.and([kept, eb('device.claimedAt', 'is not', null)])
    const fresh = eb('state.lastSeenAt', '>', lost)
    switch (state) {
      case 'retired':
        return eb('device.retiredAt', 'is not', null)
      case 'waiting':
        return eb.and([kept, eb('device.claimedAt', 'is', null)])
      case 'online':
        return eb.and([claimed, fresh])
      case 'silent':
        return eb.and([claimed, eb.or([eb('state.lastSeenAt', 'is', null), eb.not(fresh)])])
    }
  }
}

/** Which devices a list or a map shows. */
export interface DeviceWish {
  readonly unitIds: readonly UnitId[]
  readonly state: DeviceState | null
  readonly kind: DeviceKind | null
  readonly search: string | null
  readonly villageId: UnitId | null
  /** Only those that lack a sound file they will need. */
  readonly missing: boolean
  /** Only these, where it is not null. */
  readonly among: readonly DeviceId[] | null
}

export interface DevicePage {
  readonly sort: 'name' | 'lastSeen'
  /** The place in the order behind which to go on. */
  readonly after: { readonly place: string; readonly id: DeviceId } | null
  readonly limit: number
}

const epoch = sql<Date>`coalesce(state.last_seen_at, to_timestamp(0))`

/** Accents need not be typed in a search. */
function wished(db: Database, { unitIds, state, kind, search, villageId, missing, among }: DeviceWish, now: Instant) {
  let found = devicesSeen(db).where('device.unitId', 'in', unitIds)
  found = state
    ? found.where(eb => inState(state, now)(eb as unknown as Builder) as never)
    : found.where('device.retiredAt', 'is', null)
  if (kind) found = found.where('device.kind', '=', kind)
  if (villageId) found = found.where('device.villageId', '=', villageId)
  if (missing) found = found.where(sql<SqlBool>`(state.telemetry->>'mediaMissing')::double precision > 0`)
  if (search) {
    const pattern = `%${foldVietnamese(search).replaceAll(/[\\%_]/g, '\\$&')}%`
    found = found.where(
      sql<SqlBool>`unaccent(lower(device.name || ' ' || coalesce(device.sim_number, ''))) LIKE ${pattern}`,
    )
  }
  if (among) found = found.where(sql<SqlBool>`device.id = ANY(${[...among]}::text[])`)
  return found
}

/** By name, or by when they were last heard, the longest ago first; then by id. */
export async function findDevices(
  db: Database,
  wish: DeviceWish,
  { sort, after, limit }: DevicePage,
  now: Instant,
): Promise<Device[]> {
  if (wish.unitIds.length === 0) return []
  let found = wished(db, wish, now)
  if (after && sort === 'name') {
    found = found.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('device.name', 'device.id'), '>', tuple(after.place, after.id)),
    )
  } else if (after) {
    const seen = new Date(Number(after.place))
    found = found.where(sql<SqlBool>`(${epoch}, device.id) > (${seen}::timestamptz, ${after.id})`)
  }
  const ordered = sort === 'name' ? found.orderBy('device.name') : found.orderBy(epoch)
  const rows = await ordered.orderBy('device.id').limit(limit).execute()
  return rows.map(deviceOfRow)
}

export type DevicePoint = Pick<
  Device,
  'id' | 'name' | 'unitId' | 'latitude' | 'longitude' | 'claimedAt' | 'retiredAt' | 'lastSeenAt'
>

/** For a map, by id: thousands at a time, and no more of each than a map needs. */
export async function findPoints(
  db: Database,
  wish: DeviceWish,
  { after, limit }: { after: DeviceId | null; limit: number },
  now: Instant,
): Promise<DevicePoint[]> {
  if (wish.unitIds.length === 0) return []
  let found = wished(db, wish, now)
  if (after) found = found.where('device.id', '>', after)
  const rows = await found
    .clearSelect()
    .select(['device.id', 'device.name', 'device.unitId', 'device.latitude', 'device.longitude'])
    .select(['device.claimedAt', 'device.retiredAt', 'state.lastSeenAt'])
    .orderBy('device.id')
    .limit(limit)
    .execute()
  return rows.map(row => ({
    ...row,
    claimedAt: instantOf(row.claimedAt),
    retiredAt: instantOf(row.retiredAt),
    lastSeenAt: instantOf(row.lastSeenAt),
  }))
}

export async function countDevices(
  db: Database,
  unitIds: readonly UnitId[],
  now: Instant,
): Promise<Record<DeviceState, number>> {
  const counts = { waiting: 0, online: 0, silent: 0, retired: 0 }
  if (unitIds.length === 0) return counts
  for (const state of ['waiting', 'online', 'silent', 'retired'] as const) {
    const row = await db
      .withTables<DeviceTables>()
      .selectFrom('devices.device as device')
      .leftJoin('devices.state as state', 'state.deviceId', 'device.id')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('device.unitId', 'in', unitIds)
      .where(eb => inState(state, now)(eb as unknown as Builder) as never)
      .executeTakeFirstOrThrow()
    counts[state] = row.count
  }
  return counts
}
