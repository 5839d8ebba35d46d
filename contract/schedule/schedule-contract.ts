import { scheduleReaders, schedulers } from '@nguon/domain/schedule'
import type { BulletinId, DeviceId, SlotId, UnitId } from '@nguon/domain/platform'
import {
  errorsOf,
  id,
  idempotencyKeyField,
  instantField,
  lineOfText,
  dayField,
  operation,
  timeOfDayToTheSecondField,
  versionField,
} from '@nguon/contract/platform'
import { bulletinClasses } from '@nguon/domain/bulletins'
import { rulesRefusals } from '@nguon/contract/rules'
import { z } from 'zod'
import { rulesPreviewInput, rulesPreviewOutput } from './rules-preview.ts'
import { scheduleRefusals } from './refusals.ts'
import { occurrenceSchema, reasonSchema, recentDayField, slotDraftSchema, storedSlotSchema } from './slot.ts'

const tags = ['Lịch phát']
const reading = operation({ kind: 'role', anyOf: scheduleReaders, unitOf: 'the unit asked for' })
const scheduling = operation({ kind: 'role', anyOf: schedulers, unitOf: 'the unit of the slot' }).errors(
  errorsOf(scheduleRefusals),
)

/** First to last, each once. */
const slotOrder = z
  .array(id<SlotId>())
  .min(2)
  .max(20)
  .refine(ids => new Set(ids).size === ids.length)
  .meta({ examples: [['01kbj3v5zq8m4t2w7x9ycdefgh', '01kbj3v5zq8m4t2w7x9ycdefgj']] })

/** Known before anything is saved (what sounds, when, on whom, at what cost). */
export const previewSchema = z.object({
  occurrences: z.array(occurrenceSchema),
  /** All within 400 days. */
  occurrenceCount: z.int(),
  deviceCount: z.int(),
  households: z.int(),
  durationSeconds: z.number(),
  /** What each SIM downloads for it. */
  bytesPerDevice: z.number(),
  /** Why it cannot be saved as it is; empty when it can. */
  refusals: z.array(reasonSchema),
  conflicts: z.array(
    z.object({
      slotId: id<SlotId>(),
      title: z.string(),
      startsAt: instantField,
      deviceCount: z.int(),
      /** True when the slot in hand plays and the other gives way. */
      wins: z.boolean(),
      /** Two priority slots on devices of the unit itself: it may say which goes first (`decideOrder`). */
      decidable: z.boolean(),
      reason: reasonSchema,
    }),
  ),
  /** Devices it names on which the first occurrence does not sound. */
  unheard: z.array(z.object({ deviceCount: z.int(), reason: reasonSchema })),
})

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
  unscheduled: operation({ kind: 'role', anyOf: schedulers, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/units/{unitId}/unscheduled', tags, summary: 'Tin đã duyệt, chờ xếp lịch' })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(
      z.array(
        z.object({
          bulletinId: id<BulletinId>(),
          title: z.string(),
          class: z.enum(bulletinClasses),
          seconds: z.number(),
          /** The approved period. */
          startsAt: instantField,
          endsAt: instantField,
        }),
      ),
    ),
  suggestTimes: operation({ kind: 'role', anyOf: schedulers, unitOf: 'the unit that schedules' })
    .errors(errorsOf(scheduleRefusals))
    .route({ method: 'GET', path: '/units/{unitId}/slot-times', tags, summary: 'Giờ nên phát của một tin' })
    .input(z.object({ unitId: id<UnitId>(), bulletinId: id<BulletinId>() }))
    /** The most sensible first; empty: within a week the rules allow none. */
    .output(z.array(z.object({ day: dayField, timeOfDay: timeOfDayToTheSecondField }))),
  preview: scheduling
    .route({ method: 'POST', path: '/slots/preview', tags, summary: 'Xem trước hệ quả của lịch phát trước khi lưu' })
    .input(slotDraftSchema.extend({ slotId: id<SlotId>().optional() }))
    .output(previewSchema),
  create: scheduling
    .route({ method: 'POST', path: '/slots', tags, summary: 'Xếp lịch phát', successStatus: 201 })
    .input(slotDraftSchema.extend({ idempotencyKey: idempotencyKeyField.optional() }))
    .output(storedSlotSchema),
  update: scheduling
    .route({ method: 'PUT', path: '/slots/{slotId}', tags, summary: 'Sửa lịch phát' })
    .input(
      slotDraftSchema.extend({
        slotId: id<SlotId>(),
        version: versionField,
        /** Of a recurring slot: only the one of that day, or that one and all after it. Without it all that has not begun. */
        occurrence: z.object({ day: recentDayField, reach: z.enum(['only', 'onwards']) }).optional(),
      }),
    )
    /** The slot as it goes on: another one where a part of it stays as it was. */
    .output(storedSlotSchema),
  cancel: scheduling
    .route({ method: 'POST', path: '/slots/{slotId}/cancellation', tags, summary: 'Hủy lịch phát, kèm lý do' })
    .input(z.object({ slotId: id<SlotId>(), version: versionField, reason: lineOfText(500, { shortest: 1 }) }))
    .output(storedSlotSchema),
  restore: scheduling
    .route({ method: 'POST', path: '/slots/{slotId}/restoration', tags, summary: 'Khôi phục lịch phát đã hủy' })
    .input(z.object({ slotId: id<SlotId>(), version: versionField }))
    .output(storedSlotSchema),
  skip: scheduling
    .route({
      method: 'PUT',
      path: '/slots/{slotId}/days/{day}',
      tags,
      summary: 'Bỏ hoặc phát lại một buổi của lịch lặp',
    })
    .input(z.object({ slotId: id<SlotId>(), day: recentDayField, version: versionField, skipped: z.boolean() }))
    .output(storedSlotSchema),
  take: operation({ kind: 'role', anyOf: schedulers, unitOf: 'the unit that takes' })
    .errors(errorsOf(scheduleRefusals))
    .route({
      method: 'PUT',
      path: '/units/{unitId}/takings/{slotId}',
      tags,
      summary: 'Nhận hoặc không phát lịch của cấp trên',
    })
    .input(
      z.object({
        unitId: id<UnitId>(),
        slotId: id<SlotId>(),
        taken: z.boolean(),
        reason: lineOfText(500).default(''),
      }),
    )
    .output(z.object({ taken: z.boolean() })),
  standingTakings: reading
    .route({
      method: 'GET',
      path: '/units/{unitId}/standing-takings',
      tags,
      summary: 'Các cấp trên có lịch thông thường đơn vị luôn nhận',
    })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(z.object({ fromUnitIds: z.array(id<UnitId>()) })),
  takeAlways: operation({ kind: 'role', anyOf: schedulers, unitOf: 'the unit that takes' })
    .route({
      method: 'PUT',
      path: '/units/{unitId}/standing-takings/{fromUnitId}',
      tags,
      summary: 'Luôn nhận, hoặc thôi luôn nhận, lịch thông thường của một cấp trên',
    })
    .input(z.object({ unitId: id<UnitId>(), fromUnitId: id<UnitId>(), taken: z.boolean() }))
    .output(z.object({ taken: z.boolean() })),
  decideOrder: operation({ kind: 'role', anyOf: schedulers, unitOf: 'the unit that decides' })
    .errors(errorsOf(scheduleRefusals))
    .route({
      method: 'PUT',
      path: '/units/{unitId}/priority-order',
      tags,
      summary: 'Thứ tự các lịch ưu tiên trùng giờ',
    })
    .input(z.object({ unitId: id<UnitId>(), slotIds: slotOrder }))
    .output(z.object({ slotIds: slotOrder })),
  explain: reading
    .route({
      method: 'GET',
      path: '/slots/{slotId}/explanation',
      tags,
      summary: 'Vì sao lịch này không phát ở cụm loa này lúc này?',
    })
    .input(z.object({ slotId: id<SlotId>(), deviceId: id<DeviceId>(), at: z.coerce.number().pipe(instantField) }))
    .output(z.object({ plays: z.boolean(), reason: reasonSchema })),
  previewRules: operation({
    kind: 'role',
    anyOf: ['approver', 'administrator', 'operator'],
    unitOf: 'the unit of the rules',
  })
    .errors(errorsOf(rulesRefusals))
    .route({
      method: 'POST',
      path: '/units/{unitId}/rules/preview',
      tags: ['Quy chế phát'],
      summary: 'Lịch đã lưu nào bị quy định mới ảnh hưởng, trước khi ban hành',
    })
    .input(rulesPreviewInput)
    .output(rulesPreviewOutput),
}
