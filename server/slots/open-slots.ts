import { slotsContract } from '@nguon/contract/slots'
import type { UnitId } from '@nguon/domain/platform'
import { maySchedule } from '@nguon/domain/schedule'
import type { Approval } from '@nguon/server/approval'
import type { BulletinParts } from '@nguon/server/bulletins'
import type { Devices } from '@nguon/server/devices'
import { once, type Platform, type Transaction, transact } from '@nguon/server/platform'
import { readSlot, type Schedule, showSlot } from '@nguon/server/schedule'
import { closeTask, unitsWithOpen } from '@nguon/server/tasks'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { keepArrangeTasks, slotTaskKinds } from './arrange-tasks.ts'
import { cancelSlot } from './cancel-slot.ts'
import { createSlot } from './create-slot.ts'
import { fit, keepFitTasks } from './fit-tasks.ts'
import { fitToSound } from './fit-to-sound.ts'
import { draftSlot } from './draft-slot.ts'
import { readUnscheduled } from './read-unscheduled.ts'
import { refuseUsedGroup } from './refuse-used-group.ts'
import { restoreSlot } from './restore-slot.ts'
import { showPreview } from './show-preview.ts'
import { showTouched } from './show-touched.ts'
import { skipOccurrence } from './skip-occurrence.ts'
import { suggestSlotTimes } from './suggest-slot-times.ts'
import { updateSlot } from './update-slot.ts'

export interface Slots {
  readonly routes: ReturnType<typeof slotsRoutes>
}

type Parts = Pick<Platform, 'db' | 'clock' | 'config'>

export interface SlotsNeeds {
  readonly bulletins: { readonly parts: Pick<BulletinParts, 'steps'> }
  readonly approval: Pick<Approval, 'approvalChanged'>
  readonly devices: Pick<Devices, 'groupLeaving'>
  readonly schedule: Pick<Schedule, 'scheduleChanged'>
}

export function openSlots(
  platform: Parts & Pick<Platform, 'ticker'>,
  { approval, bulletins, devices, schedule: { scheduleChanged } }: SlotsNeeds,
): Slots {
  const { db, clock, config, ticker } = platform
  bulletins.parts.steps.follow((tx, { after }) => keepArrangeTasks(tx, { clock }, after.unitId))
  const parts = { clock, zone: config.zone }
  const keepTasks = async (tx: Transaction, unitId: UnitId) => {
    await keepArrangeTasks(tx, parts, unitId)
    await keepFitTasks(tx, parts, unitId)
  }
  scheduleChanged.follow((tx, { unitId }) => keepTasks(tx, unitId))
  approval.approvalChanged.follow(async (tx, { bulletinId }) => {
    const fitted = await fitToSound(tx, parts, bulletinId)
    for (const unitId of new Set(fitted.map(slot => slot.unitId))) await scheduleChanged.tell(tx, { unitId })
  })
  // What is over without anybody's doing must not go on waiting.
  ticker.every(600_000, 'close tasks of bulletins that are over', async () => {
    for (const unitId of await unitsWithOpen(db, slotTaskKinds)) {
      await transact(db, tx => keepTasks(tx, unitId))
    }
  })
  devices.groupLeaving.follow((tx, group) => refuseUsedGroup(tx, { clock, zone: config.zone }, group))
  return { routes: slotsRoutes(platform, scheduleChanged) }
}

function slotsRoutes({ db, clock, config: { zone } }: Parts, scheduleChanged: Schedule['scheduleChanged']) {
  const os = implement(slotsContract).$context<RequestContext>().use(operationGuard)
  const parts = { clock, zone }
  const pathOf = (unitId: UnitId) => readUnitPath(db, { clock }, unitId)
  return os.router({
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
          await scheduleChanged.tell(tx, { unitId: created.unitId })
          return { slotId: created.id }
        }),
      )
      return showSlot(db, slotId)
    }),
    update: os.update.handler(async ({ input, context }) => {
      const slotId = await transact(db, async tx => {
        const { slotId, version, occurrence = null, ...draft } = input
        const change = { slotId, version, occurrence, draft }
        const { before, after } = await updateSlot(tx, parts, actorOf(context), change)
        // Whoever saves a slot has seen what it runs into.
        await closeTask(tx, parts, { kind: fit, subjectId: slotId, by: actorOf(context) })
        for (const unitId of new Set([before.unitId, after.unitId])) await scheduleChanged.tell(tx, { unitId })
        return after.id
      })
      return showSlot(db, slotId)
    }),
    cancel: os.cancel.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        const slot = await cancelSlot(tx, parts, actorOf(context), input)
        await scheduleChanged.tell(tx, { unitId: slot.unitId })
      })
      return showSlot(db, input.slotId)
    }),
    restore: os.restore.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        const slot = await restoreSlot(tx, parts, actorOf(context), input)
        await scheduleChanged.tell(tx, { unitId: slot.unitId })
      })
      return showSlot(db, input.slotId)
    }),
    skip: os.skip.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        const slot = await skipOccurrence(tx, parts, actorOf(context), input)
        await scheduleChanged.tell(tx, { unitId: slot.unitId })
      })
      return showSlot(db, input.slotId)
    }),
    previewRules: os.previewRules.handler(({ input, context }) => showTouched(db, parts, actorOf(context), input)),
  })
}
