import type { GrantId, SessionId } from '@nguon/domain/identity'
import type { AccountId, Role, UnitId } from '@nguon/domain/platform'

export type LinkKind = 'setUp' | 'invitation' | 'signIn'

export interface AccountRow {
  id: AccountId
  userName: string
  name: string
  position: string
  phone: string | null
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

interface CredentialRow {
  id: string
  accountId: AccountId
  providerId: string
  providerAccountId: string
  password: string | null
  createdAt: Date
  updatedAt: Date
}

export interface SessionRow {
  id: SessionId
  token: string
  accountId: AccountId
  expiresAt: Date
  lastSeenAt: Date | null
  secondFactorAt: Date | null
  ipAddress: string | null
  userAgent: string | null
  createdAt: Date
}

export interface FailedSignInRow {
  userName: string
  address: string
  failures: number
  countingSince: Date
  lockouts: number
  lockedUntil: Date | null
  lastFailureAt: Date
}

export type IdentityTables = {
  'identity.account': AccountRow
  'identity.credential': CredentialRow
  'identity.session': SessionRow
  'identity.verification': { id: string; identifier: string; value: string; expiresAt: Date }
  'identity.secondFactor': { id: string; accountId: AccountId; lastCode: string | null }
  'identity.grant_': GrantRow
  'identity.failedSignIn': FailedSignInRow
  'identity.oneTimeLink': {
    tokenSha256: string
    kind: LinkKind
    accountId: AccountId | null
    createdAt: Date
    expiresAt: Date
    usedAt: Date | null
  }
  'identity.signInPolicy': { unitId: UnitId; secondFactorRoles: Role[]; version: number; updatedAt: Date }
  'identity.secret': { name: string; value: string; createdAt: Date }
}
