import type { GrantId, UnitSetId } from '@nguon/domain/identity'
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

export interface UnitSetRow {
  id: UnitSetId
  unitId: UnitId
  name: string
  unitIds: UnitId[]
  version: number
  createdAt: Date
  endedAt: Date | null
}

export interface SetGrantRow {
  id: GrantId
  accountId: AccountId
  role: Role
  setId: UnitSetId
  validFrom: Date
  validTo: Date | null
  grantedBy: AccountId | null
  createdAt: Date
}

export type IdentityTables = {
  'identity.account': AccountRow
  'identity.grant_': GrantRow
  /** Read only: every role in every unit, those over sets one row a member. */
  'identity.heldGrant': GrantRow & { setUnitId: UnitId | null }
  'identity.unitSet': UnitSetRow
  'identity.setGrant': SetGrantRow
  'identity.signInPolicy': { unitId: UnitId; secondFactorRoles: Role[]; version: number; updatedAt: Date }
}
