import { id, instantField, operation } from '@nguon/contract/platform'
import type { BulletinId, DeviceId, SlotId, UnitId } from '@nguon/domain/platform'
import { scheduleReaders } from '@nguon/domain/schedule'
import { z } from 'zod'
import { occurrenceSchema, reasonSchema, recentDayField, storedSlotSchema } from './slot.ts'

const tags = ['Lịch phát']
const reading = operation({ kind: 'role', anyOf: scheduleReaders, unitOf: 'the unit asked for' })

const collidingSlot = z.object({ slotId: id<SlotId>(), title: z.string(), unitId: id<UnitId>() })

/** Which goes first now and why; the unit may say otherwise (`decideOrder`). */
export const collisionSchema = z.object({
  winner: collidingSlot,
  loser: collidingSlot,
  startsAt: instantField,
  /** True when the unit itself has said so. */
  decided: z.boolean(),
  reason: reasonSchema,
})

/** What plays, and why something does not. */
export const scheduleContract = {
  timetable: reading
    .route({ method: 'GET', path: '/units/{unitId}/timetable', tags, summary: 'Lịch phát của đơn vị theo ngày' })
    .input(
      z.object({ unitId: id<UnitId>(), from: recentDayField, days: z.coerce.number().int().min(1).max(62).default(7) }),
    )
    .output(
      z.object({
        slots: z.array(storedSlotSchema),
        occurrences: z.array(
          occurrenceSchema.extend({
            /** Null: it sounds in full. Otherwise why not, on at least one device. */
            trouble: reasonSchema.nullable(),
          }),
        ),
        /** Priority slots that want the same time on the unit's own devices, the first time of each pair. */
        collisions: z.array(collisionSchema),
      }),
    ),
  read: reading
    .route({ method: 'GET', path: '/slots/{slotId}', tags, summary: 'Một lịch phát' })
    .input(z.object({ slotId: id<SlotId>() }))
    .output(storedSlotSchema),
  ofBulletin: reading
    .route({ method: 'GET', path: '/bulletins/{bulletinId}/slots', tags, summary: 'Các lịch phát của một tin' })
    .input(z.object({ bulletinId: id<BulletinId>() }))
    .output(z.array(storedSlotSchema)),
  explain: reading
    .route({
      method: 'GET',
      path: '/slots/{slotId}/explanation',
      tags,
      summary: 'Vì sao lịch này không phát ở cụm loa này lúc này?',
    })
    .input(z.object({ slotId: id<SlotId>(), deviceId: id<DeviceId>(), at: z.coerce.number().pipe(instantField) }))
    .output(z.object({ plays: z.boolean(), reason: reasonSchema })),
}
