import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { scheduleContract } from '@nguon/contract/schedule'
import type { SlotId, UnitId } from '@nguon/domain/platform'
import { mayReadSchedule, maySchedule, wordExplanation } from '@nguon/domain/schedule'
import type { Approval } from '@nguon/server/approval'
import type { BulletinParts } from '@nguon/server/bulletins'
import { type Devices, readDevice } from '@nguon/server/devices'
import { type Following, following, once, type Platform, transact, type Transaction } from '@nguon/server/platform'
import { unitsWithOpen } from '@nguon/server/tasks'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { readUnitPath } from '@nguon/server/territory'
import type { Programmes } from '@nguon/server/programmes'
import { implement } from '@orpc/server'
import { decideOrder } from './decide-order.ts'
import { keepArrangeTasks, keepTakeTasks, scheduleTaskKinds } from './schedule-tasks.ts'
import { standingTakingsOf } from './decision-store.ts'
import { draftSlot } from './draft-slot.ts'
import { explainSlot } from './explain-slot.ts'
import { prepareAll, prepareJob, prepareProgrammes } from './prepare-programmes.ts'
import { unitsOfProgramme } from './programme-store.ts'
import { readNames } from './read-names.ts'
import { readUnscheduled } from './read-unscheduled.ts'
import { readUnitTimetable, withBulletins } from './read-slots.ts'
import { cancelSlot } from './cancel-slot.ts'
import { createSlot } from './create-slot.ts'
import { refuseUsedGroup } from './refuse-used-group.ts'
import { restoreSlot } from './restore-slot.ts'
import { skipOccurrence } from './skip-occurrence.ts'
import { updateSlot } from './update-slot.ts'
import { readSlot, slotsOfBulletin } from './store.ts'
import { showPreview } from './show-preview.ts'
import { suggestSlotTimes } from './suggest-slot-times.ts'
import { showTouched } from './show-touched.ts'
import { takeAlways } from './take-always.ts'
import { takeSlot } from './take-slot.ts'

export interface Schedule {
  readonly routes: ReturnType<typeof scheduleRoutes>
  /** What may play in the unit and below it is another now. */
  readonly scheduleChanged: Following<{ unitId: UnitId }>
  /** Once jobs run: has programmes made that are missing. */
  prepareAll(): Promise<void>
}

type Parts = Pick<Platform, 'db' | 'clock' | 'config' | 'jobs'>

export interface ScheduleNeeds {
  readonly approval: Pick<Approval, 'approvalChanged'>
  readonly devices: Pick<Devices, 'groupLeaving'>
  readonly programmes: Programmes
  readonly bulletins: { readonly parts: Pick<BulletinParts, 'steps'> }
}

export function openSchedule(
  platform: Parts & Pick<Platform, 'ticker'>,
  { approval, devices, programmes, bulletins }: ScheduleNeeds,
): Schedule {
  const { db, clock, config, jobs, ticker } = platform
  const keepTasks = async (tx: Transaction, unitId: UnitId) => {
    await keepArrangeTasks(tx, { clock }, unitId)
    await keepTakeTasks(tx, { clock, zone: config.zone }, unitId)
  }
  bulletins.parts.steps.follow((tx, { after }) => keepArrangeTasks(tx, { clock }, after.unitId))
  // What is over without anybody's doing must not go on waiting.
  ticker.every(600_000, 'close tasks of what is over', async () => {
    for (const unitId of await unitsWithOpen(db, scheduleTaskKinds)) await transact(db, tx => keepTasks(tx, unitId))
  })
  devices.groupLeaving.follow((tx, group) => refuseUsedGroup(tx, { clock, zone: config.zone }, group))
  const scheduleChanged = following<{ unitId: UnitId }>()
  approval.approvalChanged.follow(async (tx, { bulletinId }) => {
    const slots = await slotsOfBulletin(tx, bulletinId)
    const unitIds = new Set(slots.filter(({ cancelled }) => !cancelled).map(({ slot }) => slot.unitId))
    for (const unitId of unitIds) await scheduleChanged.tell(tx, { unitId })
  })
  scheduleChanged.follow((tx, { unitId }) => keepTasks(tx, unitId))
  scheduleChanged.follow((tx, { unitId }) => jobs.enqueue(tx, prepareJob, { unitId }))
  programmes.programmeMade.follow(async (tx, { key }) => {
    for (const unitId of await unitsOfProgramme(tx, key)) await scheduleChanged.tell(tx, { unitId })
  })
  jobs.handle(prepareJob, ({ unitId }) => prepareProgrammes({ db, programmes }, unitId))
  return { scheduleChanged, prepareAll: () => prepareAll(platform), routes: scheduleRoutes(platform, scheduleChanged) }
}

function scheduleRoutes({ db, clock, config: { zone } }: Omit<Parts, 'jobs'>, changed: Schedule['scheduleChanged']) {
  const os = implement(scheduleContract).$context<RequestContext>().use(operationGuard)
  const parts = { clock, zone }
  const shown = async (slotId: SlotId) => {
    const stored = await readSlot(db, slotId)
    const [slot] = await withBulletins(db, stored ? [stored] : [])
    if (!slot) throw new Refusal(platformRefusals.NOT_FOUND)
    return slot
  }
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
      return shown(input.slotId)
    }),
    ofBulletin: os.ofBulletin.handler(async ({ input, context }) => {
      const slots = await slotsOfBulletin(db, input.bulletinId)
      const visible = []
      for (const stored of slots) {
        if (mayReadSchedule(actorOf(context), await pathOf(stored.slot.unitId))) visible.push(stored)
      }
      return withBulletins(db, visible)
    }),
    unscheduled: os.unscheduled.handler(async ({ input, context }) => {
      requireRight(maySchedule(actorOf(context), await pathOf(input.unitId)))
      return readUnscheduled(db, parts, input.unitId)
    }),
    suggestTimes: os.suggestTimes.handler(({ input, context }) => suggestSlotTimes(db, parts, actorOf(context), input)),
    preview: os.preview.handler(async ({ input, context }) => {
      const path = await pathOf(input.unitId)
      requireRight(maySchedule(actorOf(context), path))
      const replaced = input.slotId ? await readSlot(db, input.slotId) : null
      if (replaced) requireRight(maySchedule(actorOf(context), await pathOf(replaced.slot.unitId)))
      const { slot, rendition } = await draftSlot(db, { clock }, input, path, input.slotId ?? null)
      return showPreview(db, parts, slot, rendition)
    }),
    create: os.create.handler(async ({ input, context }) => {
      const { idempotencyKey: key, ...draft } = input
      const actor = actorOf(context)
      const repeatable = { accountId: actor.accountId, operation: 'schedule.create', key, input: draft }
      const { slotId } = await transact(db, tx =>
        once(tx, { clock }, repeatable, async () => {
          const created = await createSlot(tx, parts, actor, draft)
          await changed.tell(tx, { unitId: created.unitId })
          return { slotId: created.id }
        }),
      )
      return shown(slotId)
    }),
    update: os.update.handler(async ({ input, context }) => {
      const slotId = await transact(db, async tx => {
        const { slotId, version, occurrence = null, ...draft } = input
        const change = { slotId, version, occurrence, draft }
        const { before, after } = await updateSlot(tx, parts, actorOf(context), change)
        for (const unitId of new Set([before.unitId, after.unitId])) await changed.tell(tx, { unitId })
        return after.id
      })
      return shown(slotId)
    }),
    cancel: os.cancel.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        const slot = await cancelSlot(tx, parts, actorOf(context), input)
        await changed.tell(tx, { unitId: slot.unitId })
      })
      return shown(input.slotId)
    }),
    restore: os.restore.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        const slot = await restoreSlot(tx, parts, actorOf(context), input)
        await changed.tell(tx, { unitId: slot.unitId })
      })
      return shown(input.slotId)
    }),
    skip: os.skip.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        const slot = await skipOccurrence(tx, parts, actorOf(context), input)
        await changed.tell(tx, { unitId: slot.unitId })
      })
      return shown(input.slotId)
    }),
    take: os.take.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        if (await takeSlot(tx, parts, actorOf(context), input)) await changed.tell(tx, { unitId: input.unitId })
      })
      return { taken: input.taken }
    }),
    standingTakings: os.standingTakings.handler(async ({ input, context }) => {
      requireRight(mayReadSchedule(actorOf(context), await pathOf(input.unitId)))
      return { fromUnitIds: await standingTakingsOf(db, input.unitId) }
    }),
    takeAlways: os.takeAlways.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        if (await takeAlways(tx, parts, actorOf(context), input)) await changed.tell(tx, { unitId: input.unitId })
      })
      return { taken: input.taken }
    }),
    decideOrder: os.decideOrder.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        if (await decideOrder(tx, parts, actorOf(context), input)) await changed.tell(tx, { unitId: input.unitId })
      })
      return { slotIds: input.slotIds }
    }),
    explain: os.explain.handler(async ({ input, context }) => {
      const device = await readDevice(db, input.deviceId)
      if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
      requireRight(mayReadSchedule(actorOf(context), await pathOf(device.unitId)))
      const explanation = await explainSlot(db, parts, input)
      return { plays: explanation.code === 'PLAYS', reason: wordExplanation(explanation, await readNames(db, parts)) }
    }),
    previewRules: os.previewRules.handler(({ input, context }) => showTouched(db, parts, actorOf(context), input)),
  })
}
