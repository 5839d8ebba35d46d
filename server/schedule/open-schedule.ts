import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { scheduleContract } from '@nguon/contract/schedule'
import type { UnitId } from '@nguon/domain/platform'
import { mayReadSchedule, wordExplanation } from '@nguon/domain/schedule'
import type { Approval } from '@nguon/server/approval'
import { readDevice } from '@nguon/server/devices'
import { type Following, following, type Platform } from '@nguon/server/platform'
import type { Programmes } from '@nguon/server/programmes'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { explainSlot } from './explain-slot.ts'
import { prepareAll, prepareJob, prepareProgrammes } from './prepare-programmes.ts'
import { unitsOfProgramme } from './programme-store.ts'
import { readNames } from './read-names.ts'
import { readUnitTimetable } from './read-unit-timetable.ts'
import { showSlot, withBulletins } from './show-slot.ts'
import { readSlot, slotsOfBulletin } from './store.ts'

export interface Schedule {
  readonly routes: ReturnType<typeof scheduleRoutes>
  /** What may play in the unit and below it is another now. Told by whoever writes what the schedule is made of. */
  readonly scheduleChanged: Following<{ unitId: UnitId }>
  /** Once jobs run: has programmes made that are missing. */
  prepareAll(): Promise<void>
}

type Parts = Pick<Platform, 'db' | 'clock' | 'config' | 'jobs'>

export interface ScheduleNeeds {
  readonly approval: Pick<Approval, 'approvalChanged'>
  readonly programmes: Programmes
}

export function openSchedule(platform: Parts, { approval, programmes }: ScheduleNeeds): Schedule {
  const { db, jobs } = platform
  const scheduleChanged = following<{ unitId: UnitId }>()
  approval.approvalChanged.follow(async (tx, { bulletinId }) => {
    const slots = await slotsOfBulletin(tx, bulletinId)
    const unitIds = new Set(slots.filter(({ cancelled }) => !cancelled).map(({ slot }) => slot.unitId))
    for (const unitId of unitIds) await scheduleChanged.tell(tx, { unitId })
  })
  scheduleChanged.follow((tx, { unitId }) => jobs.enqueue(tx, prepareJob, { unitId }))
  programmes.programmeMade.follow(async (tx, { key }) => {
    for (const unitId of await unitsOfProgramme(tx, key)) await scheduleChanged.tell(tx, { unitId })
  })
  jobs.handle(prepareJob, ({ unitId }) => prepareProgrammes({ db, programmes }, unitId))
  return { scheduleChanged, prepareAll: () => prepareAll(platform), routes: scheduleRoutes(platform) }
}

function scheduleRoutes({ db, clock, config: { zone } }: Omit<Parts, 'jobs'>) {
  const os = implement(scheduleContract).$context<RequestContext>().use(operationGuard)
  const parts = { clock, zone }
  const pathOf = (unitId: UnitId) => readUnitPath(db, { clock }, unitId)
  return os.router({
    timetable: os.timetable.handler(async ({ input, context }) => {
      requireRight(mayReadSchedule(actorOf(context), await pathOf(input.unitId)))
      return readUnitTimetable(db, parts, input.unitId, input.from, input.days)
    }),
    read: os.read.handler(async ({ input, context }) => {
      const stored = await readSlot(db, input.slotId)
      if (!stored) throw new Refusal(platformRefusals.NOT_FOUND)
      requireRight(mayReadSchedule(actorOf(context), await pathOf(stored.slot.unitId)))
      return showSlot(db, input.slotId)
    }),
    ofBulletin: os.ofBulletin.handler(async ({ input, context }) => {
      const slots = await slotsOfBulletin(db, input.bulletinId)
      const visible = []
      for (const stored of slots) {
        if (mayReadSchedule(actorOf(context), await pathOf(stored.slot.unitId))) visible.push(stored)
      }
      return withBulletins(db, visible)
    }),
    explain: os.explain.handler(async ({ input, context }) => {
      const device = await readDevice(db, input.deviceId)
      if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
      requireRight(mayReadSchedule(actorOf(context), await pathOf(device.unitId)))
      const explanation = await explainSlot(db, parts, input)
      return { plays: explanation.code === 'PLAYS', reason: wordExplanation(explanation, await readNames(db, parts)) }
    }),
  })
}
