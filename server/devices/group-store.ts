import type { DeviceId, GroupId, UnitId } from '@nguon/domain/platform'
import { type Clock, type Database, newId, type Transaction } from '@nguon/server/platform'

type GroupTables = {
  'devices.device': { id: DeviceId; unitId: UnitId }
  'devices.device_group': { id: GroupId; unitId: UnitId; name: string }
  'devices.group_member': { groupId: GroupId; deviceId: DeviceId }
}

const tables = (db: Database) => db.withTables<GroupTables>()

export interface DeviceGroup {
  readonly id: GroupId
  readonly name: string
  readonly deviceIds: DeviceId[]
}

export async function groupsOfUnit(db: Database, unitId: UnitId): Promise<DeviceGroup[]> {
  const rows = await tables(db)
    .selectFrom('devices.device_group as group')
    .leftJoin('devices.group_member as member', 'member.groupId', 'group.id')
    .select(['group.id', 'group.name', 'member.deviceId'])
    .where('group.unitId', '=', unitId)
    .orderBy('group.name')
    .orderBy('member.deviceId')
    .execute()
  const groups = new Map<GroupId, DeviceGroup>()
  for (const { id, name, deviceId } of rows) {
    const group = groups.get(id) ?? { id, name, deviceIds: [] }
    if (deviceId) group.deviceIds.push(deviceId)
    groups.set(id, group)
  }
  return [...groups.values()]
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

/** By name within the unit: makes the group or changes who is in it. Devices of other units are left out. */
export async function saveGroup(
  tx: Transaction,
  { clock }: { clock: Clock },
  group: { unitId: UnitId; name: string; deviceIds: readonly DeviceId[] },
  unitIds: readonly UnitId[],
): Promise<{ id: GroupId }> {
  const { id } = await tables(tx)
    .insertInto('devices.device_group')
    .values({ id: newId(clock.now()), unitId: group.unitId, name: group.name })
    .onConflict(conflict => conflict.columns(['unitId', 'name']).doUpdateSet({ name: group.name }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await tables(tx).deleteFrom('devices.group_member').where('groupId', '=', id).execute()
  if (group.deviceIds.length > 0) {
    await tables(tx)
      .insertInto('devices.group_member')
      .columns(['groupId', 'deviceId'])
      .expression(eb =>
        eb
          .selectFrom('devices.device')
          .select([eb.val(id).as('groupId'), 'devices.device.id as deviceId'])
          .where('devices.device.id', 'in', group.deviceIds)
          .where('devices.device.unitId', 'in', unitIds),
      )
      .execute()
  }
  return { id }
}
