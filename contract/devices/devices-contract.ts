import { type DeviceAsset, deviceKeepers, deviceKinds, deviceReaders, deviceStates } from '@nguon/domain/devices'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import {
  dayField,
  errorsOf,
  id,
  idempotencyKeyField,
  instantField,
  lineOfText,
  linesOfText,
  operation,
  pageOf,
  pageRequest,
  sha256Field,
  versionField,
} from '@nguon/contract/platform'
import { z } from 'zod'
import { groupContract } from './group-contract.ts'
import { telemetrySchema } from './messages.ts'
import { deviceRefusals } from './refusals.ts'

const inUnit = 'the unit of the device, or one above it'

const assetSchema = z.object({
  purchasedOn: dayField.nullable(),
  price: z.int().nullable(),
  usefulYears: z.int().nullable(),
  warrantyUntil: dayField.nullable(),
  photoSha256: sha256Field.nullable(),
}) satisfies z.ZodType<DeviceAsset>

export const deviceSchema = z.object({
  id: id<DeviceId>(),
  version: z.int(),
  kind: z.enum(deviceKinds),
  name: z.string(),
  unitId: id<UnitId>(),
  villageId: id<UnitId>().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  households: z.int(),
  horns: z.int(),
  wattsPerHorn: z.int(),
  simCarrier: z.string().nullable(),
  simNumber: z.string().nullable(),
  model: z.string().nullable(),
  firmware: z.string().nullable(),
  note: z.string(),
  ...assetSchema.shape,
  registeredAt: instantField,
  claimedAt: instantField.nullable(),
  retiredAt: instantField.nullable(),
  lastSeenAt: instantField.nullable(),
  telemetry: telemetrySchema.nullable(),
  state: z.enum(deviceStates),
})

const fields = z.object({
  name: lineOfText(200, { shortest: 1 }),
  villageId: id<UnitId>().nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  households: z.int().min(0).max(100_000).default(0),
  horns: z.int().min(0).max(50).default(0),
  wattsPerHorn: z.int().min(0).max(1000).default(0),
  simCarrier: lineOfText(50).nullable().default(null),
  simNumber: lineOfText(20).nullable().default(null),
  note: linesOfText(2000).default(''),
  purchasedOn: dayField.nullable().default(null),
  /** In đồng. */
  price: z.int().min(0).max(100_000_000_000).nullable().default(null),
  usefulYears: z.int().min(1).max(50).nullable().default(null),
  warrantyUntil: dayField.nullable().default(null),
  /** Of an image in the library of the unit. */
  photoSha256: sha256Field.nullable().default(null),
})

/** Shown once; whoever enters it at the device makes the device ours. */
const claimCode = z.object({ code: z.string(), expiresAt: instantField })

const tags = ['Thiết bị']
const refusals = errorsOf(deviceRefusals)

/** Which devices are asked for. */
export const deviceWish = z.object({
  unitId: id<UnitId>(),
  state: z.enum(deviceStates).optional(),
  kind: z.enum(deviceKinds).optional(),
  search: lineOfText(100).optional(),
  villageId: id<UnitId>().optional(),
  /** Those that lack a sound file they will need. */
  missing: z.literal('true').optional(),
  /** Those with an alarm that stands. */
  troubled: z.literal('true').optional(),
})

export const devicesContract = {
  list: operation({ kind: 'role', anyOf: deviceReaders, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/devices', tags, summary: 'Danh sách thiết bị của một đơn vị và các đơn vị dưới' })
    .input(
      pageRequest.extend({
        ...deviceWish.shape,
        /** `lastSeen`: those that were heard least recently come first. */
        sort: z.enum(['name', 'lastSeen']).default('name'),
      }),
    )
    .output(pageOf(deviceSchema).extend({ counts: z.record(z.enum(deviceStates), z.int()) })),
  points: operation({ kind: 'role', anyOf: deviceReaders, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/device-points', tags, summary: 'Thiết bị của một đơn vị để đặt lên bản đồ' })
    .input(pageRequest.extend({ ...deviceWish.shape, limit: z.coerce.number().int().min(1).max(5000).default(2000) }))
    .output(
      pageOf(
        deviceSchema
          .pick({ id: true, name: true, unitId: true, latitude: true, longitude: true, state: true })
          .extend({ troubled: z.boolean() }),
      ).extend({
        /** Where this installation takes the picture under the points from; null: there is none. */
        tiles: z.object({ address: z.string(), attribution: z.string() }).nullable(),
      }),
    ),
  read: operation({ kind: 'role', anyOf: deviceReaders, unitOf: inUnit })
    .route({ method: 'GET', path: '/devices/{deviceId}', tags, summary: 'Một thiết bị' })
    .input(z.object({ deviceId: id<DeviceId>() }))
    .output(
      deviceSchema.extend({
        refusals: z.array(z.object({ at: instantField, subject: z.string(), fault: z.string(), detail: z.string() })),
      }),
    ),
  register: operation({ kind: 'role', anyOf: deviceKeepers, unitOf: 'the unit the device is for' })
    .route({ method: 'POST', path: '/devices', tags, summary: 'Đăng ký thiết bị và nhận mã kích hoạt' })
    .input(
      fields.extend({
        unitId: id<UnitId>(),
        kind: z.enum(deviceKinds).default('speaker'),
        idempotencyKey: idempotencyKeyField.optional(),
      }),
    )
    .output(z.object({ device: deviceSchema, claim: claimCode }))
    .errors(refusals),
  renewClaim: operation({ kind: 'role', anyOf: deviceKeepers, unitOf: inUnit })
    .route({
      method: 'POST',
      path: '/devices/{deviceId}/claim-code',
      tags,
      summary: 'Mã kích hoạt mới; khóa cũ mất hiệu lực',
    })
    .input(z.object({ deviceId: id<DeviceId>() }))
    .output(claimCode)
    .errors(refusals),
  update: operation({ kind: 'role', anyOf: deviceKeepers, unitOf: inUnit })
    .route({ method: 'PUT', path: '/devices/{deviceId}', tags, summary: 'Sửa thông tin thiết bị' })
    .input(fields.extend({ deviceId: id<DeviceId>(), version: versionField }))
    .output(deviceSchema)
    .errors(refusals),
  retire: operation({ kind: 'role', anyOf: deviceKeepers, unitOf: inUnit })
    .route({ method: 'POST', path: '/devices/{deviceId}/retirement', tags, summary: 'Ngừng sử dụng thiết bị' })
    .input(z.object({ deviceId: id<DeviceId>(), reason: lineOfText(500, { shortest: 1 }) }))
    .output(deviceSchema)
    .errors(refusals),
  ...groupContract,
}
