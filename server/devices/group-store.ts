import type { DeviceGroup } from '@nguon/domain/devices'
import type { DeviceId, GroupId, UnitId } from '@nguon/domain/platform'
import type { Database, Transaction } from '@nguon/server/platform'

type GroupTables = {
  'devices.device': { id: DeviceId; unitId: UnitId }
  'devices.device_group': Omit<DeviceGroup, 'deviceIds'>
  'devices.group_member': { groupId: GroupId; deviceId: DeviceId }
}

const tables = (db: Database) => db.withTables<GroupTables>()

function query(db: Database) {
  return tables(db)
    .selectFrom('devices.device_group as group')
    .leftJoin('devices.group_member as member', 'member.groupId', 'group.id')
    .selectAll('group')
    .select('member.deviceId')
    .orderBy('group.name')
    .orderBy('member.deviceId')
}

function gather(rows: readonly (Omit<DeviceGroup, 'deviceIds'> & { deviceId: DeviceId | null })[]): DeviceGroup[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(members => {
    const [first] = members
    if (!first) return []
    const { deviceId: _first, ...group } = first
    return [{ ...group, deviceIds: members.flatMap(({ deviceId }) => deviceId ?? []) }]
  })
}

export async function groupsOfUnit(db: Database, unitId: UnitId): Promise<DeviceGroup[]> {
  return gather(await query(db).where('group.unitId', '=', unitId).execute())
}

export async function readGroup(db: Database, groupId: GroupId): Promise<DeviceGroup | null> {
  return gather(await query(db).where('group.id', '=', groupId).execute())[0] ?? null
}

/** Group memberships of the devices, as the schedule needs them. */
export async function groupsOfDevices(db: Database, deviceIds: readonly DeviceId[]): Promise<Map<DeviceId, GroupId[]>> {
  const memberships = new Map<DeviceId, GroupId[]>()
  if (deviceIds.length === 0) return memberships
  const rows = await tables(db)
    .selectFrom('devices.group_member')
    .selectAll()
    .where('deviceId', 'in', deviceIds)
    .orderBy('groupId')
    .execute()
  for (const { groupId, deviceId } of rows) memberships.set(deviceId, [...(memberships.get(deviceId) ?? []), groupId])
  return memberships
}

export async function isGroupNameTaken(
  db: Database,
  { unitId, name, id }: Pick<DeviceGroup, 'unitId' | 'name' | 'id'>,
): Promise<boolean> {
  const other = await tables(db)
    .selectFrom('devices.device_group')
    .select('id')
    .where('unitId', '=', unitId)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  return other !== undefined
}

export async function insertGroup(tx: Transaction, { deviceIds, ...group }: DeviceGroup): Promise<void> {
  await tables(tx).insertInto('devices.device_group').values(group).execute()
  await putMembers(tx, group.id, deviceIds)
}

/** Gives false when the version seen is no longer the current one. */
export async function updateGroup(tx: Transaction, { deviceIds, ...group }: DeviceGroup): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('devices.device_group')
    .set({ name: group.name, version: group.version + 1 })
    .where('id', '=', group.id)
    .where('version', '=', group.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tables(tx).deleteFrom('devices.group_member').where('groupId', '=', group.id).execute()
  await putMembers(tx, group.id, deviceIds)
  return true
}

export async function deleteGroup(tx: Transaction, groupId: GroupId): Promise<void> {
  await tables(tx).deleteFrom('devices.group_member').where('groupId', '=', groupId).execute()
  await tables(tx).deleteFrom('devices.device_group').where('id', '=', groupId).execute()
}

/** Of these devices the ones that belong to the units. */
export async function devicesWithin(
  db: Database,
  deviceIds: readonly DeviceId[],
  unitIds: readonly UnitId[],
): Promise<DeviceId[]> {
  if (deviceIds.length === 0 || unitIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('devices.device')
    .select('id')
    .where('id', 'in', deviceIds)
    .where('unitId', 'in', unitIds)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function putMembers(tx: Transaction, groupId: GroupId, deviceIds: readonly DeviceId[]): Promise<void> {
  if (deviceIds.length === 0) return
  const rows = deviceIds.map(deviceId => ({ groupId, deviceId }))
  await tables(tx).insertInto('devices.group_member').values(rows).execute()
}
