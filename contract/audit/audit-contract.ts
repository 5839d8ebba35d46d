import type { AuditLine, AuditLineId } from '@nguon/domain/audit'
import { auditReaders } from '@nguon/domain/audit'
import type { AccountId, UnitId } from '@nguon/domain/platform'
import { id, instantField, lineOfText, operation, pageOf, pageRequest } from '@nguon/contract/platform'
import { z } from 'zod'

export const auditLineSchema = z.object({
  id: id<AuditLineId>(),
  at: instantField,
  accountId: id<AccountId>().nullable(),
  actorName: z.string(),
  action: z.string(),
  unitId: id<UnitId>().nullable(),
  subjectId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()).readonly(),
  address: z.string().nullable(),
}) satisfies z.ZodType<AuditLine>

const tags = ['Nhật ký hệ thống']

export const auditContract = {
  list: operation({ kind: 'role', anyOf: auditReaders, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/units/{unitId}/audit', tags, summary: 'Nhật ký thao tác của đơn vị và cấp dưới' })
    .input(
      pageRequest.extend({
        unitId: id<UnitId>(),
        subjectId: lineOfText(100).optional(),
        /** Part of the name of who acted, with or without accents. */
        person: lineOfText(100).optional(),
        /** The first word of the acts wanted: `bulletins`, `identity`. */
        module: z
          .string()
          .regex(/^[a-z]{2,30}$/)
          .optional(),
        /** Acts in `[from, until)`. */
        from: z.coerce.number().pipe(instantField).optional(),
        until: z.coerce.number().pipe(instantField).optional(),
      }),
    )
    .output(pageOf(auditLineSchema)),
  verify: operation({ kind: 'role', anyOf: auditReaders, unitOf: 'the unit at the top: the chain runs through all' })
    .route({ method: 'POST', path: '/audit/verification', tags, summary: 'Kiểm chứng toàn bộ chuỗi nhật ký' })
    .input(z.object({}))
    .output(
      z.object({
        lines: z.int(),
        /** The first line that does not follow from the one before, or the end that no longer is what was sealed. */
        broken: z
          .object({
            seq: z.int(),
            lineId: z.string().nullable(),
            reason: z.enum(['altered', 'gap', 'cut', 'replaced']),
          })
          .nullable(),
      }),
    ),
}
