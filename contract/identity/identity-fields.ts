import { id, instantField } from '@nguon/contract/platform'
import {
  contributorRoles,
  type GrantId,
  passwordLength,
  type SessionId,
  type UnitSetId,
  userNamePattern,
} from '@nguon/domain/identity'
import { type AccountId, roles, type UnitId } from '@nguon/domain/platform'
import { z } from 'zod'

export const accountIdField = id<AccountId>()
export const unitIdField = id<UnitId>()
export const grantIdField = id<GrantId>()
export const unitSetIdField = id<UnitSetId>()
export const sessionIdField = id<SessionId>()
export const roleField = z.enum(roles)
export const contributorRoleField = z.enum(contributorRoles)

export const userNameField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(userNamePattern)
  .meta({ examples: ['nguyen.van.a'] })

/** What is typed as a password; whether it is a good one is judged apart. */
export const passwordField = z
  .string()
  .min(1)
  .max(passwordLength.maximum)
  .meta({ format: 'password', examples: ['sáng nay trời đẹp quá'] })

/** The secret part of a one-time link. */
export const linkTokenField = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({
    description: 'Phần `ma` của đường dẫn dùng một lần. / The part `ma` of a one-time link.',
    examples: ['Zk3vQ0p7mXb1Yt9Rw5Ls2Nc8Hd4Ge6Jf0Ua-Vi_Ox7q'],
  })

export const accountField = z.object({
  id: accountIdField,
  userName: z.string(),
  name: z.string(),
  position: z.string(),
  phone: z.string().nullable(),
  penName: z.string(),
  unitId: unitIdField.nullable(),
  hasSecondFactor: z.boolean(),
  locked: z.boolean(),
  lockReason: z.string().nullable(),
  version: z.int(),
  createdAt: instantField,
})

export const grantField = z.object({
  id: grantIdField,
  accountId: accountIdField,
  role: roleField,
  unitId: unitIdField,
  validFrom: instantField,
  validTo: instantField.nullable(),
  deputyFor: accountIdField.nullable(),
})

export const setGrantField = z.object({
  id: grantIdField,
  accountId: accountIdField,
  role: roleField,
  setId: unitSetIdField,
  validFrom: instantField,
  validTo: instantField.nullable(),
})

export const accountDetailsField = z.object({
  account: accountField,
  grants: z.array(grantField),
  /** Roles over sets of units that are in use. */
  setGrants: z.array(setGrantField.extend({ setName: z.string() })),
})

/** A link that opens once, as a path on this server; it is shown this one time. */
export const oneTimeLinkField = z.object({ path: z.string(), expiresAt: instantField })
