import { emergenciesContract } from '@nguon/contract/emergencies'
import { type EmergencyId, type EmergencyType, emergencyTemplates, mayReadEmergencies } from '@nguon/domain/emergencies'
import type { UnitId } from '@nguon/domain/platform'
import type { Keyring } from '@nguon/server/keys'
import { once, type Platform, transact, type Transaction } from '@nguon/server/platform'
import { readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { actorOf, operationGuard, pageFrom, readCursor, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { askEmergency, returnEmergency } from './ask-emergency.ts'
import { breakGlass, confirmEmergency } from './confirm-emergency.ts'
import type { Caller, EmergencyParts } from './emergency-parts.ts'
import { keepDuty, showDuty } from './keep-duty.ts'
import { closeSeries, openSeries } from './keep-series.ts'
import { findSeries, seriesOfUnit } from './series-store.ts'
import { devicesOfEmergency, listed, showEmergency } from './show-emergency.ts'
import { cancelEmergency, correctEmergency } from './stop-emergency.ts'
import { findEmergencies, lastAreaOf } from './store.ts'
import {
  createEmergency,
  discardEmergency,
  followEmergency,
  updateEmergency,
  type WrittenContent,
} from './write-emergency.ts'
import { platformRefusals, Refusal } from '@nguon/contract/platform'

export interface RouteParts extends EmergencyParts, Pick<Platform, 'db'> {
  readonly keyring: Pick<Keyring, 'signingKey'>
}

export function emergencyRoutes(parts: RouteParts) {
  const { db, clock, keyring } = parts
  const os = implement(emergenciesContract).$context<RequestContext>().use(operationGuard)
  const callerOf = (context: RequestContext): Caller => ({ actor: actorOf(context), address: context.address })
  const shown = (context: RequestContext, id: EmergencyId) => showEmergency(db, { clock }, actorOf(context), id)
  const requireSeen = async (context: RequestContext, unitId: UnitId) =>
    requireRight(mayReadEmergencies(actorOf(context), await readUnitPath(db, { clock }, unitId)))

  /** Does it in one transaction and shows the message as it stands then. */
  async function act(context: RequestContext, id: EmergencyId, work: (tx: Transaction) => Promise<unknown>) {
    await transact(db, work)
    return shown(context, id)
  }

  async function made(
    context: RequestContext,
    { operation, key, input }: { operation: string; key: string | undefined; input: unknown },
    work: (tx: Transaction) => Promise<EmergencyId>,
  ) {
    const { accountId } = actorOf(context)
    const { id } = await transact(db, tx =>
      once(tx, { clock }, { accountId, operation: `emergencies.${operation}`, key, input }, async () => ({
        id: await work(tx),
      })),
    )
    return shown(context, id)
  }

  const create = (
    context: RequestContext,
    type: EmergencyType,
    input: WrittenContent & { unitId: UnitId; seriesId?: Parameters<typeof createEmergency>[3]['seriesId'] },
    key: string | undefined,
  ) => {
    const { unitId, seriesId = null, ...content } = input
    return made(context, { operation: `create.${type}`, key, input }, tx =>
      createEmergency(tx, parts, callerOf(context), { type, unitId, seriesId, content }),
    )
  }

  return os.router({
    templates: os.templates.handler(async ({ input, context }) => {
      await requireSeen(context, input.unitId)
      return emergencyTemplates.map(template => ({ ...template }))
    }),
    lastArea: os.lastArea.handler(async ({ input: { unitId, hazard }, context }) => {
      await requireSeen(context, unitId)
      return { unitIds: await lastAreaOf(db, unitId, hazard ?? null) }
    }),
    list: os.list.handler(async ({ input: { unitId, type, open, limit, cursor }, context }) => {
      await requireSeen(context, unitId)
      const unitIds = await readUnitsBelow(db, { clock }, unitId)
      const found = await findEmergencies(db, { unitIds, type, open, after: placeIn(cursor), limit: limit + 1 })
      return pageFrom(await listed(db, { clock }, found), limit, last => [last.written.at, last.id])
    }),
    read: os.read.handler(({ input, context }) => shown(context, input.emergencyId)),
    devices: os.devices.handler(async ({ input, context }) => ({
      devices: await devicesOfEmergency(db, { clock }, actorOf(context), input.emergencyId),
    })),
    create: os.create.handler(({ input: { idempotencyKey, ...input }, context }) =>
      create(context, 'emergency', input, idempotencyKey),
    ),
    createDrill: os.createDrill.handler(({ input: { idempotencyKey, ...input }, context }) =>
      create(context, 'drill', input, idempotencyKey),
    ),
    update: os.update.handler(({ input: { emergencyId, type, version, ...content }, context }) =>
      act(context, emergencyId, tx =>
        updateEmergency(tx, parts, callerOf(context), { emergencyId, type, version, content }),
      ),
    ),
    discard: os.discard.handler(({ input, context }) =>
      act(context, input.emergencyId, tx => discardEmergency(tx, parts, callerOf(context), input)),
    ),
    ask: os.ask.handler(({ input, context }) =>
      act(context, input.emergencyId, tx => askEmergency(tx, parts, callerOf(context), input)),
    ),
    return: os.return.handler(({ input, context }) =>
      act(context, input.emergencyId, tx => returnEmergency(tx, parts, callerOf(context), input)),
    ),
    confirm: os.confirm.handler(async ({ input, context }) => {
      // Keys are made in a transaction of their own, so they are asked for before this one.
      const key = await keyring.signingKey()
      return act(context, input.emergencyId, tx => confirmEmergency(tx, parts, callerOf(context), { ...input, key }))
    }),
    breakGlass: os.breakGlass.handler(async ({ input, context }) => {
      const key = await keyring.signingKey()
      return act(context, input.emergencyId, tx => breakGlass(tx, parts, callerOf(context), { ...input, key }))
    }),
    cancel: os.cancel.handler(async ({ input, context }) => {
      const key = await keyring.signingKey()
      return shown(context, await transact(db, tx => cancelEmergency(tx, parts, callerOf(context), { ...input, key })))
    }),
    correct: os.correct.handler(async ({ input, context }) => {
      const key = await keyring.signingKey()
      return shown(context, await transact(db, tx => correctEmergency(tx, parts, callerOf(context), { ...input, key })))
    }),
    follow: os.follow.handler(({ input: { idempotencyKey: key, ...input }, context }) => {
      const { emergencyId, type, purpose, ...content } = input
      return made(context, { operation: 'follow', key, input }, tx =>
        followEmergency(tx, parts, callerOf(context), { emergencyId, type, purpose, content }),
      )
    }),
    series: os.series.handler(async ({ input, context }) => {
      await requireSeen(context, input.unitId)
      return seriesOfUnit(db, input.unitId)
    }),
    openSeries: os.openSeries.handler(async ({ input: { idempotencyKey: key, ...input }, context }) => {
      const { accountId } = actorOf(context)
      const repeatable = { accountId, operation: 'emergencies.openSeries', key, input }
      const { id } = await transact(db, tx =>
        once(tx, { clock }, repeatable, async () => ({
          id: await openSeries(tx, { clock }, callerOf(context), input),
        })),
      )
      const series = await findSeries(db, id)
      if (!series) throw new Refusal(platformRefusals.NOT_FOUND)
      return series
    }),
    closeSeries: os.closeSeries.handler(({ input, context }) =>
      transact(db, tx => closeSeries(tx, { clock }, callerOf(context), input)),
    ),
    duty: os.duty.handler(async ({ input, context }) => {
      await requireSeen(context, input.unitId)
      return showDuty(db, { clock }, input.unitId)
    }),
    keepDuty: os.keepDuty.handler(async ({ input, context }) => {
      await transact(db, tx => keepDuty(tx, { clock }, callerOf(context), input))
      return showDuty(db, { clock }, input.unitId)
    }),
  })
}

/** The place behind which a page goes on; null for what no page of ours gave. */
function placeIn(cursor: string | undefined): { at: number; id: string } | null {
  const [at = '', id = ''] = readCursor(cursor) ?? []
  return /^\d{1,14}$/.test(at) && id !== '' ? { at: Number(at), id } : null
}
