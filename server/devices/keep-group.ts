import { deviceRefusals } from '@nguon/contract/devices'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type DeviceGroup, mayKeepGroups } from '@nguon/domain/devices'
import type { Actor, DeviceId, GroupId, UnitId } from '@nguon/domain/platform'
import { writeAudit } from '@nguon/server/audit'
import { type Clock, type Database, type Following, newId, type Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readLivingUnitPath, readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { deleteGroup, devicesWithin, insertGroup, isGroupNameTaken, readGroup, updateGroup } from './group-store.ts'

export interface GroupParts {
  readonly clock: Clock
  /** What a device should play may be another now. */
  readonly deviceChanged: Following<{ deviceId: DeviceId }>
  /** The group is about to go; who still uses it refuses. */
  readonly groupLeaving: Following<{ groupId: GroupId }>
}

interface GroupFields {
  readonly name: string
  readonly deviceIds: readonly DeviceId[]
}

/** @throws GROUP_NAME_TAKEN */
export async function createGroup(
  tx: Transaction,
  parts: GroupParts,
  actor: Actor,
  { unitId, name, deviceIds }: GroupFields & { readonly unitId: UnitId },
): Promise<GroupId> {
  requireRight(mayKeepGroups(actor, await readLivingUnitPath(tx, parts, unitId)))
  const id: GroupId = newId(parts.clock.now())
  const group: DeviceGroup = { id, version: 1, unitId, name, deviceIds: await ofUnit(tx, parts, unitId, deviceIds) }
  await requireFreeName(tx, group)
  await insertGroup(tx, group)
  await audit(tx, parts, actor, 'createGroup', group)
  return id
}

/** @throws GROUP_NAME_TAKEN, STALE_VERSION */
export async function changeGroup(
  tx: Transaction,
  parts: GroupParts,
  actor: Actor,
  { groupId, version, ...fields }: GroupFields & { readonly groupId: GroupId; readonly version: number },
): Promise<void> {
  const before = await groupToKeep(tx, parts, actor, groupId, version)
  const group = { ...before, ...fields, deviceIds: await ofUnit(tx, parts, before.unitId, fields.deviceIds) }
  await requireFreeName(tx, group)
  if (!(await updateGroup(tx, group))) throw new Refusal(platformRefusals.STALE_VERSION, { current: version })
  const { name, deviceIds } = before
  await audit(tx, parts, actor, 'updateGroup', group, { before: { name, deviceIds } })
  const moved = [
    ...group.deviceIds.filter(id => !before.deviceIds.includes(id)),
    ...before.deviceIds.filter(id => !group.deviceIds.includes(id)),
  ]
  for (const deviceId of moved) await parts.deviceChanged.tell(tx, { deviceId })
}

/** @throws GROUP_IN_USE by the slots that name it, STALE_VERSION */
export async function removeGroup(
  tx: Transaction,
  parts: GroupParts,
  actor: Actor,
  { groupId, version }: { readonly groupId: GroupId; readonly version: number },
): Promise<void> {
  const group = await groupToKeep(tx, parts, actor, groupId, version)
  await parts.groupLeaving.tell(tx, { groupId })
  await deleteGroup(tx, groupId)
  await audit(tx, parts, actor, 'removeGroup', group)
}

async function groupToKeep(tx: Transaction, parts: GroupParts, actor: Actor, groupId: GroupId, version: number) {
  const group = await readGroup(tx, groupId)
  if (!group) throw new Refusal(platformRefusals.NOT_FOUND)
  requireRight(mayKeepGroups(actor, await readUnitPath(tx, parts, group.unitId)))
  if (group.version !== version) throw new Refusal(platformRefusals.STALE_VERSION, { current: group.version })
  return group
}

async function ofUnit(db: Database, parts: GroupParts, unitId: UnitId, deviceIds: readonly DeviceId[]) {
  return devicesWithin(db, deviceIds, await readUnitsBelow(db, parts, unitId))
}

async function requireFreeName(db: Database, group: DeviceGroup): Promise<void> {
  if (await isGroupNameTaken(db, group)) {
    throw new Refusal(deviceRefusals.GROUP_NAME_TAKEN, { name: group.name, field: 'name' })
  }
}

function audit(tx: Transaction, parts: GroupParts, actor: Actor, verb: string, group: DeviceGroup, details = {}) {
  const { id: subjectId, unitId, name, deviceIds } = group
  const act = { actor, action: `devices.${verb}`, unitId, subjectId }
  return writeAudit(tx, parts, { ...act, details: { name, deviceIds: [...deviceIds], ...details } })
}
