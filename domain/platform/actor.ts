import type { AccountId, UnitId } from './ids.ts'
import type { Instant } from './instant.ts'

/** What an account may be in a unit. A right reaches down the tree from there, never sideways or up. */
export const roles = [
  'author',
  'approver',
  'operator',
  'technician',
  'feedbackOfficer',
  'reportOfficer',
  'inspector',
  'administrator',
  'villageHead',
] as const

export type Role = (typeof roles)[number]

/** Ids from the root of the tree down to the unit itself. */
export type UnitPath = readonly UnitId[]

/** A role held in a unit, for good or by dates (deputies). */
export interface Grant {
  readonly role: Role
  readonly unitPath: UnitPath
  /** The account one stands in for; null for one's own role. */
  readonly deputyFor: AccountId | null
}

/** Who is asking, as of now: only grants in force are listed. Every function of rights takes it as an argument. */
export interface Actor {
  readonly accountId: AccountId
  readonly name: string
  readonly grants: readonly Grant[]
  /** When the second factor was last given in this session; null when it was not. */
  readonly secondFactorAt: Instant | null
  /** The roles the operation under way asks for; by them the trail tells whether one acts for another. */
  readonly askedRoles?: readonly Role[]
}

/** True when the actor holds one of the roles in the unit or in one above it. */
export function holds(actor: Actor, anyOf: readonly Role[], unitPath: UnitPath): boolean {
  return actor.grants.some(grant => anyOf.includes(grant.role) && isWithin(unitPath, grant.unitPath))
}

/**
 * The accounts an actor stands in for when acting in a unit by one of the roles: those it is a deputy of, as far as it
 * holds the role there not by itself. Without a unit, of all units.
 */
export function standsInFor(
  { grants }: Pick<Actor, 'grants'>,
  anyOf: readonly Role[],
  unitId: UnitId | null,
): AccountId[] {
  const held = grants.filter(grant => anyOf.includes(grant.role))
  const own = held.filter(grant => grant.deputyFor === null)
  const accounts = held.flatMap(({ deputyFor, unitPath }) => {
    if (deputyFor === null || own.some(grant => isWithin(unitPath, grant.unitPath))) return []
    return own.length === 0 || unitId === null || unitPath.at(-1) === unitId ? [deputyFor] : []
  })
  return [...new Set(accounts)]
}

/** True when the unit of `path` is the unit of `above` or lies below it. */
export function isWithin(path: UnitPath, above: UnitPath): boolean {
  return above.length > 0 && path.length >= above.length && path[above.length - 1] === above.at(-1)
}
