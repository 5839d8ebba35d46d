import { errorsOf, id, instantField, operation, versionField } from '@nguon/contract/platform'
import { dutyKeepers, emergencyReaders } from '@nguon/domain/emergencies'
import type { AccountId, UnitId } from '@nguon/domain/platform'
import { z } from 'zod'
import { emergencyRefusals } from './refusals.ts'

const tags = ['Phát khẩn cấp']

const turn = {
  accountId: id<AccountId>(),
  startsAt: instantField.meta({ examples: [Date.UTC(2030, 0, 1)] }),
  endsAt: instantField.meta({ examples: [Date.UTC(2030, 0, 2)] }),
  /** 1 is asked first. */
  rank: z.int().min(1).max(20),
}

/** *Lịch trực* of a unit: what lies before yesterday is left out. */
export const dutyRosterSchema = z.object({
  unitId: id<UnitId>(),
  version: versionField,
  turns: z.array(z.object({ ...turn, name: z.string() })).readonly(),
  /** Who may be put on it: those who may confirm in the unit. */
  candidates: z.array(z.object({ accountId: id<AccountId>(), name: z.string(), position: z.string() })).readonly(),
})

export const dutyContract = {
  duty: operation({ kind: 'role', anyOf: emergencyReaders, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/units/{unitId}/duty', tags, summary: 'Lịch trực của đơn vị' })
    .input(z.object({ unitId: id<UnitId>() }))
    .output(dutyRosterSchema),
  keepDuty: operation({ kind: 'role', anyOf: dutyKeepers, unitOf: 'the unit of the roster' })
    .route({ method: 'PUT', path: '/units/{unitId}/duty', tags, summary: 'Lập, sửa lịch trực của đơn vị' })
    .input(
      z.object({
        unitId: id<UnitId>(),
        version: versionField,
        turns: z
          .array(z.object(turn).refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'] }))
          .max(400)
          .readonly(),
      }),
    )
    .output(dutyRosterSchema)
    .errors(errorsOf(emergencyRefusals)),
}
