import { id, instantField } from '@nguon/contract/platform'
import { draftedRulesSchema, quietPlaceFields } from '@nguon/contract/rules'
import { reasonSchema } from '@nguon/contract/schedule'
import type { QuietPlaceId, SlotId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'

/** Rules, or a quiet place, as they would be issued. */
export const rulesPreviewInput = z.object({
  unitId: id<UnitId>(),
  rules: draftedRulesSchema.optional(),
  /** With an id: instead of the place it names. */
  quietPlace: quietPlaceFields.extend({ quietPlaceId: id<QuietPlaceId>().optional() }).optional(),
})

export const rulesPreviewOutput = z.object({
  touchedCount: z.int(),
  /** At most the first 200, by the time of their first occurrence touched. */
  touched: z.array(
    z.object({
      slotId: id<SlotId>(),
      title: z.string(),
      unitId: id<UnitId>(),
      unitName: z.string(),
      /**
       * Every slot is kept. `silent`: it does not sound at the times named; `cut`: it ends early; `overLimit`: it sounds as
       * before, and is refused when somebody saves it again.
       */
      how: z.enum(['silent', 'cut', 'overLimit']),
      startsAt: instantField,
      endsAt: instantField,
      /** Occurrences touched within four weeks. */
      occurrenceCount: z.int(),
      deviceCount: z.int(),
      reason: reasonSchema,
    }),
  ),
})
