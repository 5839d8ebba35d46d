import type { AccountId, Id, Instant, Role, UnitId } from '@nguon/domain/platform'

export type GrantId = Id<'grant'>
export type SessionId = Id<'session'>

/** A person of staff. Locked, never deleted: the trail goes on naming them. */
export interface Account {
  readonly id: AccountId
  /** What one types to sign in; lower case, unique, never given to another person. */
  readonly userName: string
  readonly name: string
  /** As on a signature: "Phó Chủ tịch UBND xã". */
  readonly position: string
  readonly phone: string | null
  /** *Bút danh*, proposed for what they write; empty when they have none. */
  readonly penName: string
  /** The unit that answers for the account; its administrators and those above keep it. */
  readonly unitId: UnitId | null
  readonly hasSecondFactor: boolean
  readonly locked: boolean
  readonly lockReason: string | null
  readonly version: number
  readonly createdAt: Instant
}

/** A role in a unit over time. In force from `validFrom` until before `validTo`. */
export interface DatedGrant {
  readonly id: GrantId
  readonly accountId: AccountId
  readonly role: Role
  readonly unitId: UnitId
  readonly validFrom: Instant
  readonly validTo: Instant | null
  readonly deputyFor: AccountId | null
}

/** The form a user name is kept and looked up in. */
export function tidyUserName(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

export const userNamePattern = /^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/
