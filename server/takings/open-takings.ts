import { takingsContract } from '@nguon/contract/takings'
import { mayReadSchedule } from '@nguon/domain/schedule'
import { type Platform, transact } from '@nguon/server/platform'
import { type Schedule, standingTakingsOf } from '@nguon/server/schedule'
import { unitsWithOpen } from '@nguon/server/tasks'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { decideOrder } from './decide-order.ts'
import { takeAlways } from './take-always.ts'
import { takeSlot } from './take-slot.ts'
import { keepTakeTasks, takingTaskKinds } from './take-tasks.ts'

export interface Takings {
  readonly routes: ReturnType<typeof takingsRoutes>
}

type Parts = Pick<Platform, 'db' | 'clock' | 'config'>

export function openTakings(
  platform: Parts & Pick<Platform, 'ticker'>,
  { schedule: { scheduleChanged } }: { readonly schedule: Pick<Schedule, 'scheduleChanged'> },
): Takings {
  const { db, clock, config, ticker } = platform
  const parts = { clock, zone: config.zone }
  scheduleChanged.follow((tx, { unitId }) => keepTakeTasks(tx, parts, unitId))
  // What is over without anybody's doing must not go on waiting.
  ticker.every(600_000, 'close tasks of slots that are over', async () => {
    for (const unitId of await unitsWithOpen(db, takingTaskKinds)) {
      await transact(db, tx => keepTakeTasks(tx, parts, unitId))
    }
  })
  return { routes: takingsRoutes(platform, scheduleChanged) }
}

function takingsRoutes({ db, clock, config: { zone } }: Parts, scheduleChanged: Schedule['scheduleChanged']) {
  const os = implement(takingsContract).$context<RequestContext>().use(operationGuard)
  const parts = { clock, zone }
  return os.router({
    take: os.take.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        if (await takeSlot(tx, parts, actorOf(context), input)) await scheduleChanged.tell(tx, { unitId: input.unitId })
      })
      return { taken: input.taken }
    }),
    standingTakings: os.standingTakings.handler(async ({ input, context }) => {
      requireRight(mayReadSchedule(actorOf(context), await readUnitPath(db, { clock }, input.unitId)))
      return { fromUnitIds: await standingTakingsOf(db, input.unitId) }
    }),
    takeAlways: os.takeAlways.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        if (await takeAlways(tx, parts, actorOf(context), input))
          await scheduleChanged.tell(tx, { unitId: input.unitId })
      })
      return { taken: input.taken }
    }),
    decideOrder: os.decideOrder.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        if (await decideOrder(tx, parts, actorOf(context), input))
          await scheduleChanged.tell(tx, { unitId: input.unitId })
      })
      return { slotIds: input.slotIds }
    }),
  })
}
