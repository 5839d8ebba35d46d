import { errorsOf, id, instantField, operation, versionField } from '@nguon/contract/platform'
import { deviceKeepers, deviceReaders } from '@nguon/domain/devices'
import type { DeviceId, GroupId, SlotId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { moveRefusals } from './refusals.ts'

const tags = ['Thiết bị']
const refusals = errorsOf(moveRefusals)
const moving = operation({
  kind: 'role',
  anyOf: deviceKeepers,
  unitOf: 'the unit of the device and the one it goes to',
})

const moveSchema = z.object({
  formerUnitId: id<UnitId>(),
  unitId: id<UnitId>(),
  villageId: id<UnitId>().nullable(),
  decidedAt: instantField,
  /** When the device said that it obeys it, or was claimed anew since; null while it goes on as one of the former unit. */
  confirmedAt: instantField.nullable(),
})

const destination = {
  toUnitId: id<UnitId>(),
  /** A village of that unit. */
  villageId: id<UnitId>().nullable().default(null),
}

/** Served among the operations of the devices. */
export const assignmentsContract = {
  moves: operation({ kind: 'role', anyOf: deviceReaders, unitOf: 'the unit of the device' })
    .route({
      method: 'GET',
      path: '/devices/{deviceId}/moves',
      tags,
      summary: 'Các lần chuyển đơn vị của một thiết bị',
    })
    .input(z.object({ deviceId: id<DeviceId>() }))
    .output(z.object({ moves: z.array(moveSchema) })),
  previewMove: moving
    .route({ method: 'GET', path: '/device-moves/preview', tags, summary: 'Việc chuyển thiết bị kéo theo những gì' })
    .input(
      z.object({
        /** All devices of this unit, or of this village, unless one is named. */
        fromUnitId: id<UnitId>(),
        deviceId: id<DeviceId>().optional(),
        toUnitId: id<UnitId>(),
      }),
    )
    .output(
      z.object({
        devices: z.int(),
        /** Those that go to another unit, and so need the decision themselves; the others change their village only. */
        leaving: z.int(),
        /** Slots still to come that name such a device and reach it no more. */
        slots: z.array(z.object({ id: id<SlotId>(), title: z.string(), unitId: id<UnitId>() })),
        /** Groups that lose such a device. */
        groups: z.array(z.object({ id: id<GroupId>(), name: z.string(), unitId: id<UnitId>() })),
        /** Items of line-ups in force that will not play there any more. */
        plannedItems: z.int(),
        /** Devices with an alarm that stands: it goes with them. */
        troubled: z.int(),
      }),
    )
    .errors(refusals),
  move: moving
    .route({ method: 'POST', path: '/devices/{deviceId}/move', tags, summary: 'Chuyển một thiết bị sang đơn vị khác' })
    .input(z.object({ deviceId: id<DeviceId>(), version: versionField, ...destination }))
    .output(z.object({ moves: z.array(moveSchema) }))
    .errors(refusals),
  moveAll: moving
    .route({
      method: 'POST',
      path: '/device-moves',
      tags,
      summary: 'Chuyển mọi thiết bị của một đơn vị sang đơn vị khác',
    })
    .input(
      z.object({
        fromUnitId: id<UnitId>(),
        ...destination,
        /** As many as the preview counted; with another number the preview is out of date. */
        devices: z.int().min(1).max(100_000),
      }),
    )
    .output(z.object({ moved: z.int() }))
    .errors(refusals),
}
