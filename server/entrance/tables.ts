import type { SessionId } from '@nguon/domain/identity'
import type { AccountId } from '@nguon/domain/platform'

export type LinkKind = 'setUp' | 'invitation' | 'signIn'

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

/** They lie in the schema of the accounts, because the account library knows only one. */
export type EntranceTables = {
  'identity.credential': CredentialRow
  'identity.session': SessionRow
  'identity.verification': { id: string; identifier: string; value: string; expiresAt: Date }
  'identity.secondFactor': { id: string; accountId: AccountId; lastCode: string | null }
  'identity.failedSignIn': FailedSignInRow
  'identity.oneTimeLink': {
    tokenSha256: string
    kind: LinkKind
    accountId: AccountId | null
    createdAt: Date
    expiresAt: Date
    usedAt: Date | null
  }
}
