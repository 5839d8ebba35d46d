import type { GrantId } from '@nguon/domain/identity'
import type { AccountId, Role, UnitId } from '@nguon/domain/platform'

export interface AccountRow {
  id: AccountId
  userName: string
  name: string
  position: string
  phone: string | null
  penName: string
  unitId: UnitId | null
  twoFactorEnabled: boolean
  locked: boolean
  lockReason: string | null
  version: number
  createdAt: Date
  updatedAt: Date
  email: string
}

export interface GrantRow {
  id: GrantId
  accountId: AccountId
  role: Role
  unitId: UnitId
  validFrom: Date
  validTo: Date | null
  deputyFor: AccountId | null
  grantedBy: AccountId | null
  createdAt: Date
}

export type IdentityTables = {
  'identity.account': AccountRow
  'identity.grant_': GrantRow
  'identity.signInPolicy': { unitId: UnitId; secondFactorRoles: Role[]; version: number; updatedAt: Date }
}
