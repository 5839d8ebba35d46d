import { errorsOf, id, lineOfText, operation } from '@nguon/contract/platform'
import type { SlotId, UnitId } from '@nguon/domain/platform'
import { scheduleReaders, schedulers } from '@nguon/domain/schedule'
import { z } from 'zod'
import { takingRefusals } from './refusals.ts'

const tags = ['Lịch phát']
const reading = operation({ kind: 'role', anyOf: scheduleReaders, unitOf: 'the unit asked for' })

/** First to last, each once. */
const slotOrder = z
  .array(id<SlotId>())
  .min(2)
  .max(20)
  .refine(ids => new Set(ids).size === ids.length)
  .meta({ examples: [['01kbj3v5zq8m4t2w7x9ycdefgh', '01kbj3v5zq8m4t2w7x9ycdefgj']] })

/** What a unit says to slots that reach its devices: whether it takes them, and which goes first. */
export const takingsContract = {
  take: operation({ kind: 'role', anyOf: schedulers, unitOf: 'the unit that takes' })
    .errors(errorsOf(takingRefusals))
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
    .errors(errorsOf(takingRefusals))
    .route({
      method: 'PUT',
      path: '/units/{unitId}/priority-order',
      tags,
      summary: 'Thứ tự các lịch ưu tiên trùng giờ',
    })
    .input(z.object({ unitId: id<UnitId>(), slotIds: slotOrder }))
    .output(z.object({ slotIds: slotOrder })),
}
