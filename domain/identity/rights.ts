import { type AccountId, type Actor, holds, type Role, type UnitPath } from '@nguon/domain/platform'

/** Where an account stands: the unit that answers for it, and every unit it holds a role of its own in. */
export interface AccountReach {
  readonly accountId: AccountId
  /** Null when there was no unit yet. */
  readonly unitPath: UnitPath | null
  readonly grantPaths: readonly UnitPath[]
}

export function mayListAccounts(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['administrator', 'inspector'], unitPath)
}

export function mayCreateAccount(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['administrator'], unitPath)
}

/** The administrators of its unit lock, unlock and correct an account. Nobody does it to themselves. */
export function mayKeepAccount(actor: Actor, { accountId, unitPath }: AccountReach): boolean {
  if (actor.accountId === accountId) return false
  return unitPath === null ? isAdministratorOfRoot(actor) : holds(actor, ['administrator'], unitPath)
}

/**
 * To open the way to a new password one answers for every unit the account holds a role in too: else a commune could
 * take over an account of the province.
 */
export function mayReopenAccount(actor: Actor, account: AccountReach): boolean {
  return mayKeepAccount(actor, account) && account.grantPaths.every(path => holds(actor, ['administrator'], path))
}

/** Answers for what no unit answers for any more. */
function isAdministratorOfRoot(actor: Actor): boolean {
  return actor.grants.some(grant => grant.role === 'administrator' && grant.unitPath.length === 1)
}

/** A role is given within one's own units, and never to oneself. */
export function mayGrantRole(actor: Actor, accountId: AccountId, unitPath: UnitPath): boolean {
  return actor.accountId !== accountId && holds(actor, ['administrator'], unitPath)
}

/** One names a deputy for a role one holds oneself, in exactly that unit; a deputy names no deputy. */
export function mayNameDeputy(actor: Actor, role: Role, unitPath: UnitPath): boolean {
  return actor.grants.some(
    grant =>
      grant.role === role &&
      grant.deputyFor === null &&
      grant.unitPath.length === unitPath.length &&
      grant.unitPath.at(-1) === unitPath.at(-1),
  )
}

/** A set is kept by the administrators of the unit it belongs to, which stands above all of its members. */
export function mayKeepUnitSet(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['administrator'], unitPath)
}

export function maySetSignInPolicy(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, ['administrator'], unitPath)
}
