import {
  type AccountId,
  type Id,
  type Instant,
  isWithin,
  type Role,
  type UnitId,
  type UnitPath,
} from '@nguon/domain/platform'
import type { GrantId } from './account.ts'

export type UnitSetId = Id<'unitSet'>

/** The roles of an agency (*sở, ban, ngành*): it contributes; the units decide what is broadcast. */
export const contributorRoles = ['author'] as const satisfies readonly Role[]
export type ContributorRole = (typeof contributorRoles)[number]

export const longestUnitSet = 500

/** Units put together under a name by the unit that answers for all of them. */
export interface UnitSet {
  readonly id: UnitSetId
  /** Whose administrators keep it. */
  readonly unitId: UnitId
  readonly name: string
  readonly unitIds: readonly UnitId[]
  readonly version: number
  /** Null while it is in use. */
  readonly endedAt: Instant | null
}

/** A role over a set. In force from `validFrom` until before `validTo`, while the set is in use. */
export interface SetGrant {
  readonly id: GrantId
  readonly accountId: AccountId
  readonly role: Role
  readonly setId: UnitSetId
  readonly validFrom: Instant
  readonly validTo: Instant | null
}

/** A unit hands over only what lies within it: a member that has moved elsewhere is no member there. */
export function reachesMember(setUnitId: UnitId | null, memberPath: UnitPath): boolean {
  return setUnitId === null || memberPath.includes(setUnitId)
}

/** The members that do not lie within the unit the set belongs to. */
export function membersOutside(setPath: UnitPath, members: ReadonlyMap<UnitId, UnitPath>): UnitId[] {
  return [...members].filter(([, path]) => !isWithin(path, setPath)).map(([unitId]) => unitId)
}
