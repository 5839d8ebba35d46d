import { airingReaders, type Session, villageAiringReaders } from '@nguon/domain/airings'
import { deviceStates } from '@nguon/domain/devices'
import { bulletinClasses } from '@nguon/domain/bulletins'
import type { BulletinId, DeviceId, SlotId, UnitId } from '@nguon/domain/platform'
import { dayField, id, instantField, lineOfText, operation } from '@nguon/contract/platform'
import { z } from 'zod'
import { airingSchema } from './airing.ts'

const tags = ['Nhật ký phát']
const reading = (unitOf: string) => operation({ kind: 'role', anyOf: airingReaders, unitOf })

export const sessionSchema = z.object({
  itemId: z.string(),
  slotId: id<SlotId>(),
  title: z.string(),
  class: z.enum(bulletinClasses),
  startsAt: instantField,
  endsAt: instantField,
  bulletinIds: z.array(id<BulletinId>()).readonly(),
  devices: z.int(),
  results: z.partialRecord(z.enum(['completed', 'interrupted', 'missed', 'failed', 'refused']), z.int()),
  waiting: z.int(),
  unheard: z.int(),
}) satisfies z.ZodType<Session>

export const airingsContract = {
  sessions: reading('the unit asked for')
    .route({ method: 'GET', path: '/units/{unitId}/sessions', tags, summary: 'Các buổi phát trong ngày và kết quả' })
    .input(z.object({ unitId: id<UnitId>(), day: dayField }))
    .output(z.object({ now: instantField, sessions: z.array(sessionSchema) })),
  ofVillage: operation({ kind: 'role', anyOf: villageAiringReaders, unitOf: 'the village asked for' })
    .route({
      method: 'GET',
      path: '/units/{unitId}/village-sessions',
      tags,
      summary: 'Các buổi phát trong ngày ở các cụm loa của thôn, và tình trạng các cụm loa đó',
    })
    .input(z.object({ unitId: id<UnitId>(), day: dayField }))
    .output(
      z.object({
        now: instantField,
        devices: z.array(
          z.object({
            deviceId: id<DeviceId>(),
            name: z.string(),
            state: z.enum(deviceStates),
            lastSeenAt: instantField.nullable(),
          }),
        ),
        /** Counted on those devices alone. */
        sessions: z.array(sessionSchema),
      }),
    ),
  shortfall: reading('the unit asked for')
    .route({
      method: 'GET',
      path: '/units/{unitId}/sessions/{itemId}/shortfall',
      tags,
      summary: 'Các cụm loa không phát được một buổi, và vì sao',
    })
    .input(z.object({ unitId: id<UnitId>(), itemId: lineOfText(100, { shortest: 1 }) }))
    /** Told or silent, but not heard to have played; by name, the first hundred. */
    .output(
      z.array(
        z.object({
          deviceId: id<DeviceId>(),
          name: z.string(),
          /** Null: the device has not said a word about it. */
          result: z.enum(['missed', 'failed', 'refused']).nullable(),
          reason: z.string(),
        }),
      ),
    ),
  list: reading('the unit asked for')
    .route({ method: 'GET', path: '/units/{unitId}/airings', tags, summary: 'Nhật ký phát của đơn vị' })
    .input(
      z.object({
        unitId: id<UnitId>(),
        slotId: id<SlotId>().optional(),
        bulletinId: id<BulletinId>().optional(),
        from: z.coerce.number().pipe(instantField).optional(),
        until: z.coerce.number().pipe(instantField).optional(),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.array(airingSchema)),
  ofDevice: reading('the unit of the device')
    .route({
      method: 'GET',
      path: '/devices/{deviceId}/airings',
      tags,
      summary: 'Nhật ký phát của một thiết bị trong ngày',
    })
    .input(z.object({ deviceId: id<DeviceId>(), day: dayField }))
    .output(z.array(airingSchema)),
}
