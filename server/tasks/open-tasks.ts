import { type TaskKind, tasksContract } from '@nguon/contract/tasks'
import { type Platform, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { instant } from '@nguon/domain/platform'
import { closedBy } from './store.ts'
import { countTasks, listTasks } from './list-tasks.ts'
import { readTaskWaits } from './read-task-waits.ts'
import { setTaskWaits } from './set-task-waits.ts'

const doneMilliseconds = 30 * 86_400_000
const mostDone = 100

/** The list of what waits for a person. Modules above open and close tasks in their own transactions. */
export function openTasks({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  /** Contributed by the modules above: the kinds whose waiting units decide about. */
  const kinds: TaskKind[] = []
  const os = implement(tasksContract).$context<RequestContext>().use(operationGuard)
  const routes = os.router({
    list: os.list.handler(async ({ context, input }) => {
      const { items, ...page } = await listTasks(db, { clock }, actorOf(context), input)
      return { ...page, items: items.map(task => ({ ...task, title: task.title[context.language] })) }
    }),
    done: os.done.handler(async ({ context }) => {
      const since = instant(clock.now() - doneMilliseconds)
      const items = await closedBy(db, actorOf(context).accountId, { since, limit: mostDone })
      return { items: items.map(task => ({ ...task, title: task.title[context.language] })) }
    }),
    count: os.count.handler(({ context }) => countTasks(db, { clock }, actorOf(context))),
    readWaits: os.readWaits.handler(({ context, input }) =>
      readTaskWaits(db, { clock, kinds }, { actor: actorOf(context), language: context.language }, input.unitId),
    ),
    setWaits: os.setWaits.handler(({ context, input }) =>
      transact(db, tx => setTaskWaits(tx, { clock, kinds }, actorOf(context), input)),
    ),
  })
  return { routes, kinds }
}
