import type { UnitId, UnitPath } from '@nguon/domain/platform'

/** How long a task may wait, counted from when it was opened. */
export interface TaskWait {
  /** Until it presses those it is for. */
  readonly remindAfterMinutes: number
  /** Until deputies, and the same role in the units above, see it too: never before those it is for are reminded. */
  readonly stepInAfterMinutes: number
}

/** What a kind of task lets units decide about its waiting. */
export interface WaitingKind extends TaskWait {
  /** Module and verb: `approval.decide`. */
  readonly name: string
  /** No unit may have it wait longer: what must not be forgotten cannot be put off for good. */
  readonly longestMinutes: number
}

/** What a unit has decided, by the name of the kind. */
export interface UnitTaskWaits {
  readonly unitId: UnitId
  /** Of a level that leads (`levelRules`): decides in place of the default of the house; any other only has people reminded sooner. */
  readonly leads: boolean
  readonly waits: Readonly<Record<string, TaskWait>>
}

export const shortestWaitMinutes = 5

/** What holds in a unit. What a unit above has tightened reaches every unit below at once. */
export function waitOf(kind: WaitingKind, path: UnitPath, saved: readonly UnitTaskWaits[]): TaskWait {
  const decided = decidedOn(kind, path, saved)
  const waits = decided[0]?.leads ? decided.map(one => one.wait) : [kind, ...decided.map(one => one.wait)]
  return {
    remindAfterMinutes: Math.min(...waits.map(wait => wait.remindAfterMinutes)),
    stepInAfterMinutes: Math.min(...waits.map(wait => wait.stepInAfterMinutes)),
  }
}

/** The longest a unit may decide on, whose `path` ends with it: what holds above it, or for one that leads what the kind bears. */
export function longestWaitOf(
  kind: WaitingKind,
  { path, leads }: { path: UnitPath; leads: boolean },
  saved: readonly UnitTaskWaits[],
): TaskWait {
  const above = path.slice(0, -1)
  const isFirst = leads && decidedOn(kind, above, saved).length === 0
  const { longestMinutes } = kind
  return isFirst
    ? { remindAfterMinutes: longestMinutes, stepInAfterMinutes: longestMinutes }
    : waitOf(kind, above, saved)
}

function decidedOn(kind: WaitingKind, path: UnitPath, saved: readonly UnitTaskWaits[]) {
  return path.flatMap(unitId => {
    const found = saved.find(one => one.unitId === unitId)
    const wait = found?.waits[kind.name]
    return found && wait ? [{ leads: found.leads, wait }] : []
  })
}

export type WaitFault = 'TOO_LONG' | 'TOO_SHORT' | 'STEPS_IN_FIRST'

export function waitFault(wait: TaskWait, longest: TaskWait): WaitFault | null {
  if (wait.remindAfterMinutes < shortestWaitMinutes) return 'TOO_SHORT'
  if (wait.stepInAfterMinutes < wait.remindAfterMinutes) return 'STEPS_IN_FIRST'
  const isLonger =
    wait.remindAfterMinutes > longest.remindAfterMinutes || wait.stepInAfterMinutes > longest.stepInAfterMinutes
  return isLonger ? 'TOO_LONG' : null
}
