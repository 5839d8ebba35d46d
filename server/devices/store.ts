import type { Device, DeviceAsset, DeviceKind, Telemetry } from '@nguon/domain/devices'
import { type Day, type DeviceId, type Instant, instant, type Sha256, type UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql, type SqlBool } from 'kysely'

export interface DeviceRow {
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

export type DeviceTables = {
  'devices.device': DeviceRow
  'devices.state': { deviceId: DeviceId; lastSeenAt: Date; telemetry: Telemetry }
}

const tables = (db: Database) => db.withTables<DeviceTables>()
export const instantOf = (date: Date | null): Instant | null => (date ? instant(date.getTime()) : null)

/** Days travel as text: a driver would make instants of them, in a zone of its own. */
const day = <Name extends 'purchasedOn' | 'warrantyUntil'>(name: Name) =>
  sql<Day | null>`${sql.ref(`device.${name}`)}::text`.as(name)

/** Every device with its last word. */
export function devicesSeen(db: Database) {
  return tables(db)
    .selectFrom('devices.device as device')
    .leftJoin('devices.state as state', 'state.deviceId', 'device.id')
    .selectAll('device')
    .select([day('purchasedOn'), day('warrantyUntil')])
    .select(['state.lastSeenAt', 'state.telemetry'])
}

type QueriedRow = DeviceRow & { lastSeenAt: Date | null; telemetry: Telemetry | null }

export function deviceOfRow(row: QueriedRow): Device {
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
  const row = await devicesSeen(db).where('device.id', '=', deviceId).executeTakeFirst()
  return row ? deviceOfRow(row) : null
}

/** The given devices, retired ones too; those that never were are left out. */
export async function devicesById(db: Database, deviceIds: readonly DeviceId[]): Promise<Device[]> {
  if (deviceIds.length === 0) return []
  const rows = await devicesSeen(db)
    .where(sql<SqlBool>`device.id = ANY(${[...deviceIds]}::text[])`)
    .execute()
  return rows.map(deviceOfRow)
}

/** Every device of the units that is not retired. */
export async function devicesOfUnits(db: Database, unitIds: readonly UnitId[]): Promise<Device[]> {
  if (unitIds.length === 0) return []
  const rows = await devicesSeen(db)
    .where('device.unitId', 'in', unitIds)
    .where('device.retiredAt', 'is', null)
    .execute()
  return rows.map(deviceOfRow)
}

/** Every speaker that stands in one of the units, or in it as its village, and is not retired; by name. */
export async function devicesStandingIn(db: Database, unitIds: readonly UnitId[]): Promise<Device[]> {
  const rows = await devicesSeen(db)
    .where(
      sql<SqlBool>`(device.unit_id = ANY (${[...unitIds]}::text[]) OR device.village_id = ANY (${[...unitIds]}::text[]))`,
    )
    .where('device.kind', '=', 'speaker')
    .where('device.retiredAt', 'is', null)
    .execute()
  return rows.map(deviceOfRow).toSorted((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }))
}

/** Devices that are of a unit, or stand in it as their village. */
export async function devicesKeptIn(db: Database, unitId: UnitId): Promise<Device[]> {
  const rows = await devicesSeen(db)
    .where(eb => eb.or([eb('device.unitId', '=', unitId), eb('device.villageId', '=', unitId)]))
    .where('device.retiredAt', 'is', null)
    .orderBy('device.id')
    .execute()
  return rows.map(deviceOfRow)
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
