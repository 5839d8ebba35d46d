import {
  dayField,
  errorsOf,
  id,
  idempotencyKeyField,
  instantField,
  lineOfText,
  operation,
  timeOfDayToTheSecondField,
  versionField,
} from '@nguon/contract/platform'
import { rulesRefusals } from '@nguon/contract/rules'
import { occurrenceSchema, reasonSchema, recentDayField, storedSlotSchema } from '@nguon/contract/schedule'
import { bulletinClasses } from '@nguon/domain/bulletins'
import type { BulletinId, SlotId, UnitId } from '@nguon/domain/platform'
import { schedulers } from '@nguon/domain/schedule'
import { z } from 'zod'
import { slotRefusals } from './refusals.ts'
import { rulesPreviewInput, rulesPreviewOutput } from './rules-preview.ts'
import { slotDraftSchema } from './slot-draft.ts'

const tags = ['Lịch phát']
const scheduling = operation({ kind: 'role', anyOf: schedulers, unitOf: 'the unit of the slot' }).errors(
  errorsOf(slotRefusals),
)

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

/** What an officer does to slots, and what it would bring about. */
export const slotsContract = {
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
    .errors(errorsOf(slotRefusals))
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
