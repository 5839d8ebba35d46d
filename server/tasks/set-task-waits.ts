import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type TaskKind, tasksRefusals } from '@nguon/contract/tasks'
import type { Actor, UnitId, UnitPath } from '@nguon/domain/platform'
import {
  longestWaitOf,
  maySetTaskWaits,
  shortestWaitMinutes,
  type TaskWait,
  type UnitTaskWaits,
  waitFault,
  waitOf,
} from '@nguon/domain/tasks'
import { writeAudit } from '@nguon/server/audit'
import { levelRules } from '@nguon/domain/territory'
import type { Clock, Transaction } from '@nguon/server/platform'
import { requireRight } from '@nguon/server/web'
import { readPlacedUnit, readUnitsBelow, unitsEverById } from '@nguon/server/territory'
import { retimeOpen, saveWaits, unitsWithTasks, waitsOfUnits } from './waits-store.ts'

export interface DecidedWaits {
  readonly unitId: UnitId
  /** The version the writer saw. */
  readonly version: number
  readonly waits: readonly (TaskWait & { readonly kind: string })[]
}

/** Decides how long tasks wait in a unit; what waits there and below already follows at once. */
export async function setTaskWaits(
  tx: Transaction,
  { clock, kinds }: { clock: Clock; kinds: readonly TaskKind[] },
  actor: Actor,
  { unitId, version, waits }: DecidedWaits,
): Promise<{ version: number }> {
  const { unit, path } = await readPlacedUnit(tx, { clock }, unitId)
  requireRight(maySetTaskWaits(actor, path))
  const leads = levelRules[unit.level].leadsTaskWaits
  const saved = await waitsOfUnits(tx, path)
  const before = saved.find(one => one.unitId === unitId)
  const current = before?.version ?? 0
  if (current !== version) throw new Refusal(platformRefusals.STALE_VERSION, { current })
  const after: Record<string, TaskWait> = {}
  for (const { kind: name, remindAfterMinutes, stepInAfterMinutes } of waits) {
    const kind = kinds.find(one => one.name === name)
    if (!kind) throw new Refusal(tasksRefusals.TASK_KIND_UNKNOWN, { kind: name })
    after[name] = { remindAfterMinutes, stepInAfterMinutes }
    // What stood before a unit above became stricter is no bar to deciding about the rest: the stricter one holds anyway.
    const stood = before?.waits[name]
    if (stood?.remindAfterMinutes === remindAfterMinutes && stood.stepInAfterMinutes === stepInAfterMinutes) continue
    checkWait(kind, after[name], longestWaitOf(kind, { path, leads }, saved))
  }
  if (!(await saveWaits(tx, version, { unitId, leads, waits: after }, clock.now()))) {
    throw new Refusal(platformRefusals.STALE_VERSION, { current })
  }
  await retimeBelow(tx, { clock, kinds }, unitId)
  const details = { version: version + 1, before: before?.waits ?? null, after }
  await writeAudit(tx, { clock }, { actor, action: 'tasks.setWaits', unitId, subjectId: unitId, details })
  return { version: version + 1 }
}

function checkWait(kind: TaskKind, wait: TaskWait, longest: TaskWait): void {
  const fault = waitFault(wait, longest)
  const told = { kind: kind.title.vi, kindInEnglish: kind.title.en }
  if (fault === 'TOO_SHORT') throw new Refusal(tasksRefusals.TASK_WAIT_TOO_SHORT, { ...told, shortestWaitMinutes })
  if (fault === 'STEPS_IN_FIRST') throw new Refusal(tasksRefusals.TASK_STEPS_IN_FIRST, told)
  if (fault === 'TOO_LONG') throw new Refusal(tasksRefusals.TASK_WAIT_TOO_LONG, { ...told, ...longest })
}

async function retimeBelow(
  tx: Transaction,
  { clock, kinds }: { clock: Clock; kinds: readonly TaskKind[] },
  unitId: UnitId,
): Promise<void> {
  const waiting = await unitsWithTasks(tx, await readUnitsBelow(tx, { clock }, unitId))
  const placed = await unitsEverById(tx, clock.today(), waiting)
  const saved: readonly UnitTaskWaits[] = await waitsOfUnits(tx, [...new Set(placed.flatMap(({ path }) => path))])
  const waitsIn = (path: UnitPath, id: UnitId) =>
    kinds.map(kind => ({ unitId: id, kind: kind.name, ...waitOf(kind, path, saved) }))
  await retimeOpen(
    tx,
    placed.flatMap(({ unit, path }) => waitsIn(path, unit.unitId)),
  )
}
