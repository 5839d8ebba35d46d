import { tasksContract } from '@nguon/contract/tasks'
import type { Platform } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { instant } from '@nguon/domain/platform'
import { closedBy } from './store.ts'
import { countTasks, listTasks } from './list-tasks.ts'

const doneMilliseconds = 30 * 86_400_000
const mostDone = 100

/** The list of what waits for a person. Modules above open and close tasks in their own transactions. */
export function openTasks({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
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
  })
  return { routes }
}
