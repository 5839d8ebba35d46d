import {
  errorsOf,
  idempotencyKeyField,
  instantField,
  lineOfText,
  operation,
  pageOf,
  pageRequest,
  versionField,
} from '@nguon/contract/platform'
import { longestUnitSet } from '@nguon/domain/identity'
import { z } from 'zod'
import {
  accountIdField,
  contributorRoleField,
  grantIdField,
  setGrantField,
  unitIdField,
  unitSetIdField,
} from './identity-fields.ts'
import { accountRefusals } from './refusals.ts'

const tags = ['Nhóm đơn vị']
const keeper = (unitOf = 'the unit the set belongs to') =>
  operation({ kind: 'role', anyOf: ['administrator'], unitOf }).errors(errorsOf(accountRefusals))

const unitSetField = z.object({
  id: unitSetIdField,
  unitId: unitIdField,
  name: z.string(),
  unitIds: z.array(unitIdField).readonly(),
  version: z.int(),
  endedAt: instantField.nullable(),
})
const kept = { name: lineOfText(100, { shortest: 2 }), unitIds: z.array(unitIdField).min(1).max(longestUnitSet) }

/** Units put together under a name, and the roles agencies (sở, ban, ngành) hold over them. */
export const unitSetsContract = {
  list: operation({ kind: 'role', anyOf: ['administrator', 'inspector'], unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/unit-sets', tags, summary: 'Các nhóm đơn vị đang dùng của một đơn vị' })
    .input(pageRequest.extend({ unitId: unitIdField }))
    /** `gone`: members that ended or moved elsewhere, in which nobody holds a role by the set any more. */
    .output(
      pageOf(unitSetField.extend({ gone: z.array(z.object({ unitId: unitIdField, name: z.string() })).readonly() })),
    ),
  create: keeper()
    .route({ method: 'POST', path: '/unit-sets', tags, summary: 'Lập nhóm đơn vị' })
    .input(z.object({ unitId: unitIdField, ...kept, idempotencyKey: idempotencyKeyField.optional() }))
    .output(unitSetField),
  change: keeper()
    .route({ method: 'PUT', path: '/unit-sets/{id}', tags, summary: 'Đổi tên nhóm, thêm bớt đơn vị' })
    .input(z.object({ id: unitSetIdField, version: versionField, ...kept }))
    .output(unitSetField),
  end: keeper()
    .route({ method: 'POST', path: '/unit-sets/{id}/end', tags, summary: 'Giải thể nhóm, thu hồi mọi vai trò ở nhóm' })
    .input(z.object({ id: unitSetIdField, version: versionField }))
    .output(unitSetField),
  grantRole: keeper()
    .route({ method: 'POST', path: '/unit-sets/{id}/grants', tags, summary: 'Giao vai trò ở nhóm đơn vị' })
    .input(
      z.object({
        id: unitSetIdField,
        accountId: accountIdField,
        role: contributorRoleField,
        validFrom: instantField.optional(),
        validTo: instantField.nullable().default(null),
        idempotencyKey: idempotencyKeyField.optional(),
      }),
    )
    .output(setGrantField),
  revokeRole: keeper()
    .route({ method: 'DELETE', path: '/unit-sets/{id}/grants/{grantId}', tags, summary: 'Thu hồi vai trò ở nhóm' })
    .input(z.object({ id: unitSetIdField, grantId: grantIdField }))
    .output(setGrantField),
}
