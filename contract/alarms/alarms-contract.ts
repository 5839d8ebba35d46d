import { id, instantField, linesOfText, operation, pageOf, pageRequest, versionField } from '@nguon/contract/platform'
import { type AlarmId, alarmKeepers, alarmKinds, alarmReaders } from '@nguon/domain/alarms'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { shownAlarmSchema } from './alarm.ts'
import { selfTestSchema } from './self-test.ts'

const tags = ['Sự cố thiết bị']
const reading = (unitOf: string) => operation({ kind: 'role', anyOf: alarmReaders, unitOf })

const countsSchema = z.object({
  /** Nobody has acknowledged them. */
  waiting: z.int(),
  urgent: z.int(),
  /** Somebody has, and the cause lasts. */
  acknowledged: z.int(),
})

export const alarmsContract = {
  list: reading('the unit asked for')
    .route({
      method: 'GET',
      path: '/alarms',
      tags,
      summary: 'Sự cố thiết bị của một đơn vị và các đơn vị dưới: chưa xác nhận trước, nặng trước, lâu trước',
    })
    .input(
      pageRequest.extend({
        unitId: id<UnitId>(),
        kind: z.enum(alarmKinds).optional(),
        /** False: those that are over and acknowledged, the newest first. */
        open: z
          .enum(['true', 'false'])
          .default('true')
          .transform(text => text === 'true'),
        /** Opened or renewed at or after this. */
        since: z.coerce.number().pipe(instantField).optional(),
      }),
    )
    .output(pageOf(shownAlarmSchema).extend({ counts: countsSchema })),
  ofDevice: reading('the unit of the device')
    .route({
      method: 'GET',
      path: '/devices/{deviceId}/alarms',
      tags,
      summary: 'Các sự cố của một thiết bị, mới trước',
    })
    .input(pageRequest.extend({ deviceId: id<DeviceId>() }))
    .output(pageOf(shownAlarmSchema)),
  counts: reading('the unit asked for')
    .route({
      method: 'GET',
      path: '/units/{unitId}/alarm-counts',
      tags,
      summary: 'Số sự cố đang mở của đơn vị và của từng đơn vị ngay bên dưới',
    })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(z.object({ total: countsSchema, units: z.array(countsSchema.extend({ unitId: id<UnitId>() })) })),
  acknowledge: operation({ kind: 'role', anyOf: alarmKeepers, unitOf: 'the unit of each alarm, or one above it' })
    .route({
      method: 'POST',
      path: '/alarms/acknowledgements',
      tags,
      summary: 'Xác nhận đã biết một hoặc nhiều sự cố; sự cố gộp kéo theo các sự cố nằm trong nó',
    })
    .input(
      z.object({
        alarms: z
          .array(z.object({ id: id<AlarmId>(), version: versionField }))
          .min(1)
          .max(200),
        note: linesOfText(1000).default(''),
      }),
    )
    .output(
      z.object({
        acknowledged: z.int(),
        /** They changed after they were seen, and wait for another look. */
        changed: z.array(id<AlarmId>()),
      }),
    ),
  selfTests: reading('the unit of the device')
    .route({
      method: 'GET',
      path: '/devices/{deviceId}/self-tests',
      tags,
      summary: 'Các lần tự kiểm tra của một cụm loa, mới trước',
    })
    .input(z.object({ deviceId: id<DeviceId>() }))
    .output(z.array(selfTestSchema)),
}
