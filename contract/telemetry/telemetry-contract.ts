import { id, instantField, operation, pageOf, pageRequest } from '@nguon/contract/platform'
import { deviceReaders } from '@nguon/domain/devices'
import type { DeviceId, UnitId } from '@nguon/domain/platform'
import { type Availability, measures } from '@nguon/domain/telemetry'
import { z } from 'zod'

const tags = ['Thiết bị']
const reading = (unitOf: string) => operation({ kind: 'role', anyOf: deviceReaders, unitOf })

const milliseconds = z.int().min(0)

const availabilitySchema = z.object({
  watched: milliseconds.meta({
    description:
      'Số mili giây thiết bị được sử dụng và máy chủ có theo dõi. / Milliseconds in service while a server listened.',
  }),
  heard: milliseconds.meta({ description: 'Trong đó, số mili giây có tín hiệu. / Milliseconds of these with signal.' }),
  outages: z.int().min(0).meta({ description: 'Số lần mất kết nối. / How often the signal was lost.' }),
  longestOutage: milliseconds,
}) satisfies z.ZodType<Availability>

const spreadSchema = z.object({ least: z.number(), most: z.number(), mean: z.number() })

export const telemetryContract = {
  ofDevice: reading('the unit of the device')
    .route({
      method: 'GET',
      path: '/devices/{deviceId}/telemetry',
      tags,
      summary: 'Bảy ngày số đo theo giờ của một thiết bị, các lần mất kết nối và tỷ lệ có tín hiệu',
    })
    .input(z.object({ deviceId: id<DeviceId>() }))
    .output(
      z.object({
        now: instantField,
        /** In order; an hour in which nothing was heard is not there, and a sensor the device has not neither. */
        hours: z.array(z.object({ hour: instantField, spreads: z.partialRecord(z.enum(measures), spreadSchema) })),
        /** Of the last 30 days; the one that lasts ends now. */
        outages: z.array(z.object({ startsAt: instantField, endsAt: instantField })),
        week: availabilitySchema,
        month: availabilitySchema,
      }),
    ),
  availability: reading('the unit asked for')
    .route({
      method: 'GET',
      path: '/units/{unitId}/availability',
      tags,
      summary: 'Tỷ lệ có tín hiệu của từng thiết bị trong đơn vị và các đơn vị dưới: thấp trước',
    })
    .input(
      pageRequest.extend({
        unitId: id<UnitId>(),
        /** So many days up to now. */
        days: z.coerce.number().int().min(1).max(92).default(30),
        limit: z.coerce.number().int().min(1).max(2000).default(50),
      }),
    )
    .output(
      pageOf(
        availabilitySchema.extend({
          id: id<DeviceId>(),
          name: z.string(),
          unitId: id<UnitId>(),
          villageId: id<UnitId>().nullable(),
        }),
      ).extend({ unit: availabilitySchema.pick({ watched: true, heard: true }) }),
    ),
}
