import { type Actor, holds, type Role, roles, type UnitPath } from '@nguon/domain/platform'

export const calendarReaders: readonly Role[] = roles

/** Whoever works in a unit sees the days of its province. */
export function mayReadCalendar(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, calendarReaders, unitPath)
}

export const calendarKeepers: readonly Role[] = ['administrator']

/** Asked of a unit whose level keeps a calendar: the days are the same in the whole province. */
export function mayKeepCalendar(actor: Actor, unitPath: UnitPath): boolean {
  return holds(actor, calendarKeepers, unitPath)
}
