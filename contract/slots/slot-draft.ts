import { id, lineOfText, timeOfDayToTheSecondField } from '@nguon/contract/platform'
import { targetSchema } from '@nguon/contract/rules'
import { recurrenceSchema } from '@nguon/contract/schedule'
import { bulletinClasses } from '@nguon/domain/bulletins'
import type { BulletinId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'

/** What an operator decides; the length follows from what is played. */
export const slotDraftSchema = z.object({
  unitId: id<UnitId>(),
  /** Played in this order. */
  bulletinIds: z.array(id<BulletinId>()).min(1).max(50),
  /** Left out: the title of the first bulletin. */
  title: lineOfText(300, { shortest: 1 }).optional(),
  class: z.enum(bulletinClasses).default('normal'),
  recurrence: recurrenceSchema,
  timeOfDay: timeOfDayToTheSecondField,
  target: targetSchema,
  onPreempted: z.enum(['resume', 'restart', 'drop']).default('resume'),
  order: z.int().min(0).max(1000).default(100),
})

export type SlotDraft = z.output<typeof slotDraftSchema>
