import type { Actor } from '@nguon/domain/platform'
import { pressureOf, reachOf, type TaskPressure, taskPressures, type TaskReach } from '@nguon/domain/tasks'
import type { Clock, Database } from '@nguon/server/platform'
import { pageFrom, readCursor } from '@nguon/server/web'
import { unitsEverById } from '@nguon/server/territory'
import { findOpenTasks, type ToldTask } from './store.ts'

export interface WaitingTask extends ToldTask {
  readonly reach: TaskReach
  readonly pressure: TaskPressure
}

/** Everything that waits for this person now: what presses most first, then what is due or has waited longest. */
async function waitingFor(db: Database, { clock }: { clock: Clock }, actor: Actor): Promise<WaitingTask[]> {
  const now = clock.now()
  const held = actor.grants.flatMap(({ role, unitPath }) => {
    const unitId = unitPath.at(-1)
    return unitId === undefined ? [] : [{ role, unitId }]
  })
  const stoodInFor = actor.grants.flatMap(grant => grant.deputyFor ?? [])
  const tasks = await findOpenTasks(db, { accountIds: [actor.accountId, ...stoodInFor], held }, now)
  const placed = await unitsEverById(db, clock.today(), [...new Set(tasks.map(task => task.unitId))])
  const paths = new Map(placed.map(({ unit, path }) => [unit.unitId, path]))
  const waiting = tasks.flatMap(task => {
    const reach = reachOf(actor, task, paths.get(task.unitId) ?? [], now)
    return reach === null ? [] : [{ ...task, reach, pressure: pressureOf(task, now) }]
  })
  const rank = (task: WaitingTask) => -taskPressures.indexOf(task.pressure)
  return waiting.toSorted((first, second) => rank(first) - rank(second))
}

export interface TaskCounts {
  readonly total: number
  readonly waiting: number
  readonly overdue: number
}

function countsOf(tasks: readonly WaitingTask[]): TaskCounts {
  const of = (pressure: TaskPressure) => tasks.filter(task => task.pressure === pressure).length
  return { total: tasks.length, waiting: of('waiting'), overdue: of('overdue') }
}

/** For the number beside the bell. */
export async function countTasks(db: Database, parts: { clock: Clock }, actor: Actor): Promise<TaskCounts> {
  return countsOf(await waitingFor(db, parts, actor))
}

export async function listTasks(
  db: Database,
  parts: { clock: Clock },
  actor: Actor,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: WaitingTask[]; nextCursor: string | null; counts: TaskCounts }> {
  const tasks = await waitingFor(db, parts, actor)
  // A list may change between two pages: one goes on behind the task seen last, or from its place when that one is done.
  const [lastId, place] = readCursor(cursor) ?? []
  const seen = tasks.findIndex(task => task.id === lastId)
  const from = seen >= 0 ? seen + 1 : Math.max(0, Number(place ?? 0) || 0)
  const page = pageFrom(tasks.slice(from, from + limit + 1), limit, last => [last.id, from + limit])
  return { ...page, counts: countsOf(tasks) }
}
