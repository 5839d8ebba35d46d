import { bulletinClasses } from '@nguon/domain/bulletins'
import type { BulletinId, GrantId, RenditionId, SlotId, UnitId } from '@nguon/domain/platform'
import type { Slot } from '@nguon/domain/schedule'
import { dayField, id, instantField, timeOfDayToTheSecondField } from '@nguon/contract/platform'
import { targetSchema } from '@nguon/contract/rules'
import { z } from 'zod'

/** Nothing was scheduled before there were schedules; instants before 1970 have no number. */
export const recentDayField = dayField.refine(day => day >= '2000-01-01')

const bounds = {
  from: recentDayField,
  until: recentDayField.nullable(),
  exceptions: z.array(recentDayField).max(400).readonly().default([]),
  extraDays: z.array(recentDayField).max(400).readonly().default([]),
}

const interval = z.int().min(1).max(99).default(1)

export const recurrenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once'), day: recentDayField }),
  z.object({ kind: z.literal('days'), interval, ...bounds }),
  z.object({
    kind: z.literal('weeks'),
    interval,
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly(),
    ...bounds,
  }),
  z.object({
    kind: z.literal('months'),
    interval,
    monthDays: z
      .array(
        z
          .int()
          .min(-31)
          .max(31)
          .refine(day => day !== 0),
      )
      .min(1)
      .max(31)
      .readonly(),
    ...bounds,
  }),
])

export const slotSchema = z.object({
  id: id<SlotId>(),
  title: z.string(),
  unitId: id<UnitId>(),
  depth: z.int(),
  class: z.enum(bulletinClasses),
  recurrence: recurrenceSchema,
  timeOfDay: timeOfDayToTheSecondField,
  durationSeconds: z.number(),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rendition'), renditionId: id<RenditionId>() }),
    z.object({ kind: z.literal('relay'), source: z.string() }),
    z.object({ kind: z.literal('live'), grantId: id<GrantId>() }),
  ]),
  target: targetSchema,
  onPreempted: z.enum(['resume', 'restart', 'drop']),
  order: z.int(),
}) satisfies z.ZodType<Slot>

export const storedSlotSchema = z.object({
  slot: slotSchema,
  version: z.int(),
  cancelled: z.boolean(),
  bulletinIds: z.array(id<BulletinId>()).readonly(),
})

export const occurrenceSchema = z.object({
  slotId: id<SlotId>(),
  day: dayField,
  startsAt: instantField,
  endsAt: instantField,
})

/** A refusal, conflict or explanation in both languages, with its rule of domain/schedule/SPEC.md. */
export const reasonSchema = z.object({ code: z.string(), vi: z.string(), en: z.string() })
