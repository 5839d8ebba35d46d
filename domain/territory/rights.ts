import { type Actor, holds, type Role, roles, type UnitPath } from '@nguon/domain/platform'

export const unitReaders: readonly Role[] = roles

/** Whoever has a role in a unit reads it and the units below. */
export function mayReadUnit(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, unitReaders, unitPath)
}

export const unitEditors: readonly Role[] = ['administrator']

/** The administrator of a unit decides what stands under it. */
export function mayAddUnder(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, unitEditors, unitPath)
}

/** The administrator of the unit above decides about a unit, never its own; about the root, the root's. */
export function mayEditUnit(actor: Actor, unitPath: UnitPath): boolean {
  return mayAddUnder(actor, unitPath.length > 1 ? unitPath.slice(0, -1) : unitPath)
}
