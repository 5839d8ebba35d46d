import {
  errorsOf,
  instantField,
  lineOfText,
  operation,
  pageOf,
  pageRequest,
  versionField,
} from '@nguon/contract/platform'
import { accountOrders } from '@nguon/domain/identity'
import { roles } from '@nguon/domain/platform'
import { z } from 'zod'
import {
  accountDetailsField,
  accountField,
  accountIdField,
  grantField,
  grantIdField,
  oneTimeLinkField,
  roleField,
  unitIdField,
  userNameField,
} from './identity-fields.ts'
import { accountRefusals } from './refusals.ts'

const tags = ['Tài khoản']
const ofItsUnits = 'the unit of the account and every unit it holds a role in'

const keeper = (unitOf: string) =>
  operation({ kind: 'role', anyOf: ['administrator'], unitOf }).errors(errorsOf(accountRefusals))
const reader = (unitOf: string) => operation({ kind: 'role', anyOf: ['administrator', 'inspector'], unitOf })

const phoneField = lineOfText(30).nullable().default(null)
const penNameField = lineOfText(100).default('')

/** What administrators do about the accounts of their units. */
export const accountsContract = {
  list: reader('the unit asked for')
    .route({ method: 'GET', path: '/accounts', tags, summary: 'Tài khoản của một đơn vị và các đơn vị trực thuộc' })
    .input(
      pageRequest.extend({
        unitId: unitIdField,
        search: lineOfText(100).optional(),
        sort: z.enum(accountOrders).default('name'),
        descending: z
          .enum(['true', 'false'])
          .default('false')
          .transform(text => text === 'true'),
      }),
    )
    .output(pageOf(accountField.extend({ roles: z.array(roleField) }))),
  read: reader('the unit of the account')
    .route({ method: 'GET', path: '/accounts/{id}', tags, summary: 'Một tài khoản và các vai trò của tài khoản' })
    .input(z.object({ id: accountIdField }))
    .output(accountDetailsField),
  create: keeper('the unit the account is made in')
    .route({ method: 'POST', path: '/accounts', tags, summary: 'Tạo tài khoản, nhận đường dẫn đặt mật khẩu' })
    .input(
      z.object({
        unitId: unitIdField,
        userName: userNameField,
        name: lineOfText(100, { shortest: 2 }),
        position: lineOfText(150).default(''),
        phone: phoneField,
        penName: penNameField,
        /** Roles held in the account's unit from the start. */
        roles: z.array(roleField).max(roles.length).default([]),
      }),
    )
    .output(z.object({ account: accountField, invitation: oneTimeLinkField })),
  update: keeper(ofItsUnits)
    .route({ method: 'PUT', path: '/accounts/{id}', tags, summary: 'Sửa họ tên, chức vụ, điện thoại, bút danh' })
    .input(
      z.object({
        id: accountIdField,
        version: versionField,
        name: lineOfText(100, { shortest: 2 }),
        position: lineOfText(150),
        phone: phoneField,
        penName: penNameField,
      }),
    )
    .output(accountField),
  lock: keeper(ofItsUnits)
    .route({ method: 'POST', path: '/accounts/{id}/lock', tags, summary: 'Khóa tài khoản và đăng xuất mọi thiết bị' })
    .input(z.object({ id: accountIdField, reason: lineOfText(300, { shortest: 3 }) }))
    .output(accountField),
  unlock: keeper(ofItsUnits)
    .route({ method: 'POST', path: '/accounts/{id}/unlock', tags, summary: 'Mở khóa tài khoản' })
    .input(z.object({ id: accountIdField }))
    .output(accountField),
  invite: keeper(ofItsUnits)
    .route({ method: 'POST', path: '/accounts/{id}/invite', tags, summary: 'Cấp đường dẫn đặt lại mật khẩu' })
    .input(z.object({ id: accountIdField }))
    .output(oneTimeLinkField),
  resetSecondFactor: keeper(ofItsUnits)
    .route({ method: 'POST', path: '/accounts/{id}/second-factor/reset', tags, summary: 'Đặt lại xác thực hai bước' })
    .input(z.object({ id: accountIdField }))
    .output(accountField),
  grantRole: keeper('the unit the role is given in')
    .route({ method: 'POST', path: '/accounts/{id}/grants', tags, summary: 'Giao vai trò ở một đơn vị' })
    .input(
      z.object({
        id: accountIdField,
        role: roleField,
        unitId: unitIdField,
        validFrom: instantField.optional(),
        validTo: instantField.nullable().default(null),
      }),
    )
    .output(grantField),
  revokeRole: keeper('the unit the role is held in')
    .route({ method: 'DELETE', path: '/accounts/{id}/grants/{grantId}', tags, summary: 'Thu hồi vai trò' })
    .input(z.object({ id: accountIdField, grantId: grantIdField }))
    .output(grantField),
  readSignInPolicy: operation({ kind: 'role', anyOf: roles, unitOf: 'the unit asked for' })
    .route({ method: 'GET', path: '/sign-in-policies/{unitId}', tags, summary: 'Quy định đăng nhập của đơn vị' })
    .input(z.object({ unitId: unitIdField }))
    .output(z.object({ unitId: unitIdField, secondFactorRoles: z.array(roleField).readonly(), version: z.int() })),
  setSignInPolicy: keeper('the unit the policy is for')
    .route({
      method: 'PUT',
      path: '/sign-in-policies/{unitId}',
      tags,
      summary: 'Quy định vai trò phải xác thực hai bước',
    })
    .input(
      z.object({
        unitId: unitIdField,
        version: versionField,
        secondFactorRoles: z.array(roleField).max(roles.length),
      }),
    )
    .output(z.object({ unitId: unitIdField, secondFactorRoles: z.array(roleField).readonly(), version: z.int() })),
}
