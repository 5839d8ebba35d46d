import type { Device, DeviceAsset, DeviceKind, DeviceState, Telemetry } from '@nguon/domain/devices'
import { lostAfterMilliseconds } from '@nguon/domain/devices'
import {
  type Day,
  type DeviceId,
  foldVietnamese,
  type Instant,
  instant,
  type Sha256,
  type UnitId,
} from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely'

interface DeviceRow {
  id: DeviceId
  version: number
  kind: DeviceKind
  name: string
  unitId: UnitId
  villageId: UnitId | null
  latitude: number | null
  longitude: number | null
  households: number
  horns: number
  wattsPerHorn: number
  simCarrier: string | null
  simNumber: string | null
  model: string | null
  firmware: string | null
  note: string
  purchasedOn: Day | null
  price: number | null
  usefulYears: number | null
  warrantyUntil: Day | null
  photoSha256: Sha256 | null
  registeredAt: Date
  claimedAt: Date | null
  retiredAt: Date | null
  secretHash: string | null
  claimCodeSha256: string | null
  claimExpiresAt: Date | null
}

type DeviceTables = {
  'devices.device': DeviceRow
  'devices.state': { deviceId: DeviceId; lastSeenAt: Date; telemetry: Telemetry }
}

const tables = (db: Database) => db.withTables<DeviceTables>()
const instantOf = (date: Date | null): Instant | null => (date ? instant(date.getTime()) : null)

/** Days travel as text: a driver would make instants of them, in a zone of its own. */
const day = <Name extends 'purchasedOn' | 'warrantyUntil'>(name: Name) =>
  sql<Day | null>`${sql.ref(`device.${name}`)}::text`.as(name)

function query(db: Database) {
  return tables(db)
    .selectFrom('devices.device as device')
    .leftJoin('devices.state as state', 'state.deviceId', 'device.id')
    .selectAll('device')
    .select([day('purchasedOn'), day('warrantyUntil')])
    .select(['state.lastSeenAt', 'state.telemetry'])
}

type QueriedRow = DeviceRow & { lastSeenAt: Date | null; telemetry: Telemetry | null }

function deviceOfRow(row: QueriedRow): Device {
  const { secretHash: _secret, claimCodeSha256: _code, claimExpiresAt: _expiry, ...rest } = row
  return {
    ...rest,
    registeredAt: instant(row.registeredAt.getTime()),
    claimedAt: instantOf(row.claimedAt),
    retiredAt: instantOf(row.retiredAt),
    lastSeenAt: instantOf(row.lastSeenAt),
  }
}

export async function readDevice(db: Database, deviceId: DeviceId): Promise<Device | null> {
  const row = await query(db).where('device.id', '=', deviceId).executeTakeFirst()
  return row ? deviceOfRow(row) : null
}

/** Every device of the units that is not retired. */
export async function devicesOfUnits(db: Database, unitIds: readonly UnitId[]): Promise<Device[]> {
  if (unitIds.length === 0) return []
  const rows = await query(db).where('device.unitId', 'in', unitIds).where('device.retiredAt', 'is', null).execute()
  return rows.map(deviceOfRow)
}

/** Every speaker that stands in one of the units, or in it as its village, and is not retired; by name. */
export async function devicesStandingIn(db: Database, unitIds: readonly UnitId[]): Promise<Device[]> {
  const rows = await query(db)
    .where(
      sql<SqlBool>`(device.unit_id = ANY (${[...unitIds]}::text[]) OR device.village_id = ANY (${[...unitIds]}::text[]))`,
    )
    .where('device.kind', '=', 'speaker')
    .where('device.retiredAt', 'is', null)
    .execute()
  return rows.map(deviceOfRow).toSorted((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }))
}

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

export interface DeviceQuery {
  readonly unitIds: readonly UnitId[]
  readonly state: DeviceState | null
  readonly kind: DeviceKind | null
  readonly search: string | null
  readonly villageId: UnitId | null
  /** Only those that lack a sound file they will need. */
  readonly missing: boolean
  /** Only these, where it is not null. */
  readonly among: readonly DeviceId[] | null
  readonly sort: 'name' | 'lastSeen'
  /** The place in the order behind which to go on. */
  readonly after: { readonly place: string; readonly id: DeviceId } | null
  readonly limit: number
}

const epoch = sql<Date>`coalesce(state.last_seen_at, to_timestamp(0))`

/** By name, or by when they were last heard, the longest ago first; then by id. Accents need not be typed in a search. */
export async function findDevices(db: Database, wanted: DeviceQuery, now: Instant): Promise<Device[]> {
  if (wanted.unitIds.length === 0) return []
  let found = query(db).where('device.unitId', 'in', wanted.unitIds)
  const { state, kind, search, villageId, missing, among, sort, after } = wanted
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
  if (after && sort === 'name') {
    found = found.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('device.name', 'device.id'), '>', tuple(after.place, after.id)),
    )
  } else if (after) {
    const seen = new Date(Number(after.place))
    found = found.where(sql<SqlBool>`(${epoch}, device.id) > (${seen}::timestamptz, ${after.id})`)
  }
  const ordered = sort === 'name' ? found.orderBy('device.name') : found.orderBy(epoch)
  const rows = await ordered.orderBy('device.id').limit(wanted.limit).execute()
  return rows.map(deviceOfRow)
}

export async function countDevices(
  db: Database,
  unitIds: readonly UnitId[],
  now: Instant,
): Promise<Record<DeviceState, number>> {
  const counts = { waiting: 0, online: 0, silent: 0, retired: 0 }
  if (unitIds.length === 0) return counts
  for (const state of ['waiting', 'online', 'silent', 'retired'] as const) {
    const row = await tables(db)
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

export type DeviceFields = Pick<
  Device,
  | 'name'
  | 'villageId'
  | 'latitude'
  | 'longitude'
  | 'households'
  | 'horns'
  | 'wattsPerHorn'
  | 'simCarrier'
  | 'simNumber'
  | 'note'
  | keyof DeviceAsset
>

export async function insertDevice(
  tx: Transaction,
  device: DeviceFields & Pick<Device, 'id' | 'unitId' | 'kind'>,
  registeredAt: Instant,
): Promise<void> {
  await tables(tx)
    .insertInto('devices.device')
    .values({
      ...device,
      version: 1,
      model: null,
      firmware: null,
      registeredAt: new Date(registeredAt),
      claimedAt: null,
      retiredAt: null,
      secretHash: null,
      claimCodeSha256: null,
      claimExpiresAt: null,
    })
    .execute()
}

/** Gives false when the version seen is no longer the current one. */
export async function updateDevice(
  tx: Transaction,
  deviceId: DeviceId,
  seen: number,
  fields: DeviceFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('devices.device')
    .set({ ...fields, version: seen + 1 })
    .where('id', '=', deviceId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function retireDevice(tx: Transaction, deviceId: DeviceId, at: Instant): Promise<void> {
  await tables(tx)
    .updateTable('devices.device')
    .set(eb => ({
      retiredAt: new Date(at),
      secretHash: null,
      claimCodeSha256: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', deviceId)
    .execute()
}

/** Of the given units those that have devices. */
export async function unitsWithDevices(db: Database, unitIds: readonly UnitId[]): Promise<UnitId[]> {
  if (unitIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('devices.device')
    .select('unitId')
    .distinct()
    .where('unitId', 'in', unitIds)
    .where('retiredAt', 'is', null)
    .execute()
  return rows.map(row => row.unitId)
}

/** Devices that stand in a unit, or in it as their village. */
export async function countDevicesIn(db: Database, unitId: UnitId): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('devices.device')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(eb => eb.or([eb('unitId', '=', unitId), eb('villageId', '=', unitId)]))
    .where('retiredAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
