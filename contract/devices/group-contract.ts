import { deviceReaders, groupKeepers } from '@nguon/domain/devices'
import type { DeviceId, GroupId, UnitId } from '@nguon/domain/platform'
import { errorsOf, id, idempotencyKeyField, lineOfText, operation, versionField } from '@nguon/contract/platform'
import { z } from 'zod'
import { deviceRefusals } from './refusals.ts'

const tags = ['Thiết bị']
const refusals = errorsOf(deviceRefusals)
const keeping = operation({ kind: 'role', anyOf: groupKeepers, unitOf: 'the unit of the group' }).errors(refusals)

/** Loudspeakers of a unit and below it that slots can name together. */
export const groupSchema = z.object({
  id: id<GroupId>(),
  version: z.int(),
  unitId: id<UnitId>(),
  name: z.string(),
  deviceIds: z.array(id<DeviceId>()).readonly(),
})

const fields = {
  /** One of a kind within the unit. */
  name: lineOfText(100, { shortest: 1 }),
  /** Those of other units are left out. */
  deviceIds: z.array(id<DeviceId>()).max(1000).readonly(),
}

export const groupContract = {
  groups: operation({ kind: 'role', anyOf: deviceReaders, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/device-groups', tags, summary: 'Nhóm thiết bị của một đơn vị' })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(z.array(groupSchema)),
  createGroup: keeping
    .route({ method: 'POST', path: '/device-groups', tags, summary: 'Tạo một nhóm thiết bị', successStatus: 201 })
    .input(z.object({ unitId: id<UnitId>(), ...fields, idempotencyKey: idempotencyKeyField.optional() }))
    .output(groupSchema),
  updateGroup: keeping
    .route({ method: 'PUT', path: '/device-groups/{groupId}', tags, summary: 'Đổi tên, đổi thành viên của nhóm' })
    .input(z.object({ groupId: id<GroupId>(), version: versionField, ...fields }))
    .output(groupSchema),
  removeGroup: keeping
    .route({
      method: 'POST',
      path: '/device-groups/{groupId}/removal',
      tags,
      summary: 'Xóa nhóm không còn lịch phát nào dùng',
    })
    .input(z.object({ groupId: id<GroupId>(), version: versionField }))
    .output(z.object({ removed: z.literal(true) })),
}
