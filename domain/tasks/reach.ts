import { type Actor, type Instant, isWithin, type UnitPath } from '@nguon/domain/platform'
import type { Task } from './task.ts'

/** Why a task stands in someone's list: as their own, in another's place, or because those it is for left it waiting. */
export const taskReaches = ['own', 'deputy', 'above'] as const

export type TaskReach = (typeof taskReaches)[number]

/**
 * Whether a task waits for this person. A role's task is for those who hold it in exactly that unit: a province does not
 * wade through what its communes do. Once it has waited too long, whoever holds the role above sees it as well, and a
 * task of one account its deputies.
 */
export function reachOf(actor: Actor, task: Task, unitPath: UnitPath, now: Instant): TaskReach | null {
  const { assignee } = task
  const waiting = task.stepInAt <= now
  if ('accountId' in assignee) {
    if (assignee.accountId === actor.accountId) return 'own'
    return waiting && actor.grants.some(grant => grant.deputyFor === assignee.accountId) ? 'deputy' : null
  }
  const grants = actor.grants.filter(grant => grant.role === assignee.role)
  const here = grants.filter(grant => grant.unitPath.at(-1) === task.unitId)
  if (here.some(grant => grant.deputyFor === null)) return 'own'
  if (here.length > 0) return 'deputy'
  return waiting && grants.some(grant => isWithin(unitPath, grant.unitPath)) ? 'above' : null
}
