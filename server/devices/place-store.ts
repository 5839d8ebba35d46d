import type { DeviceGroup } from '@nguon/domain/devices'
import type { DeviceId, GroupId, UnitId, UnitPath } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'
import { sql } from 'kysely'

type PlaceTables = {
  'devices.device': { id: DeviceId; version: number; unitId: UnitId; villageId: UnitId | null }
}

/** Gives false when the version seen is no longer the current one. */
export async function placeDevice(
  tx: Transaction,
  deviceId: DeviceId,
  seen: number,
  place: { readonly unitId: UnitId; readonly villageId: UnitId | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<PlaceTables>()
    .updateTable('devices.device')
    .set({ ...place, version: seen + 1 })
    .where('id', '=', deviceId)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const foreign = (deviceIds: readonly DeviceId[], path: UnitPath) => sql`
  FROM devices.group_member AS member JOIN devices.device_group AS "group" ON "group".id = member.group_id
  WHERE member.device_id = ANY(${[...deviceIds]}::text[]) AND "group".unit_id <> ALL(${[...path]}::text[])`

/** The groups that lose one of the devices when they stand at the end of the path: those of no unit above it. */
export async function groupsLosing(
  db: Database,
  deviceIds: readonly DeviceId[],
  path: UnitPath,
): Promise<Pick<DeviceGroup, 'id' | 'name' | 'unitId'>[]> {
  const { rows } = await sql<{ id: GroupId; name: string; unitId: UnitId }>`
    SELECT DISTINCT "group".id, "group".name, "group".unit_id ${foreign(deviceIds, path)} ORDER BY "group".name`.execute(
    db,
  )
  return rows
}

export async function leaveForeignGroups(
  tx: Transaction,
  deviceIds: readonly DeviceId[],
  path: UnitPath,
): Promise<void> {
  await sql`UPDATE devices.device_group SET version = version + 1
    WHERE id IN (SELECT "group".id ${foreign(deviceIds, path)})`.execute(tx)
  await sql`DELETE FROM devices.group_member WHERE (group_id, device_id) IN
    (SELECT member.group_id, member.device_id ${foreign(deviceIds, path)})`.execute(tx)
}
