import { devicesContract, type deviceWish } from '@nguon/contract/devices'
import { instantField, platformRefusals, Refusal } from '@nguon/contract/platform'
import { type Device, deviceState, maySeeDevices } from '@nguon/domain/devices'
import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import { once, type Following, type Platform, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext, requireRight, pageFrom, readCursor } from '@nguon/server/web'
import type { ClaimCode } from '@nguon/server/claims'
import { readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { implement } from '@orpc/server'
import type { z } from 'zod'
import type { groupRoutes } from './group-routes.ts'
import { renewClaim, renewUnusedClaim, retireDevice, updateDevice } from './keep-device.ts'
import { registerDevice } from './register-device.ts'
import { recentRefusals } from './state-store.ts'
import { countDevices, findDevices, findPoints } from './find-store.ts'
import { readDevice } from './store.ts'

const shown = (device: Device, now: Instant) => ({ ...device, state: deviceState(device, now) })

/** A contribution: which devices of some units something is wrong with. */
export type TroubleSource = (unitIds: readonly UnitId[]) => Promise<readonly DeviceId[]>

async function troubledIn(sources: readonly TroubleSource[], unitIds: readonly UnitId[]): Promise<DeviceId[]> {
  return (await Promise.all(sources.map(source => source(unitIds)))).flat()
}

/** `changed` is told, in the same transaction, that what the device should play may be another now. */
export function deviceRoutes(
  { db, clock, config }: Pick<Platform, 'db' | 'clock'> & { config: Pick<Platform['config'], 'mapTiles'> },
  changed: Following<{ deviceId: DeviceId }>,
  groups: ReturnType<typeof groupRoutes>,
  troubles: readonly TroubleSource[],
) {
  const os = implement(devicesContract).$context<RequestContext>().use(operationGuard)
  const found = async (deviceId: DeviceId) => {
    const device = await readDevice(db, deviceId)
    if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
    return device
  }
  const wished = async (context: RequestContext, wish: z.output<typeof deviceWish>) => {
    requireRight(maySeeDevices(actorOf(context), await readUnitPath(db, { clock }, wish.unitId)))
    const unitIds = await readUnitsBelow(db, { clock }, wish.unitId)
    const { state = null, kind = null, search = null, villageId = null } = wish
    const among = wish.troubled ? await troubledIn(troubles, unitIds) : null
    return { unitIds, state, kind, search, villageId, missing: wish.missing === 'true', among }
  }
  return os.router({
    list: os.list.handler(async ({ input, context }) => {
      const now = clock.now()
      const wish = await wished(context, input)
      const { sort, limit } = input
      const [place, id] = readCursor(input.cursor) ?? []
      const known = place !== undefined && (sort === 'name' || instantField.safeParse(Number(place)).success)
      const after = known && id !== undefined ? { place, id: id as DeviceId } : null
      const found = await findDevices(db, wish, { sort, after, limit: limit + 1 }, now)
      const { items, nextCursor } = pageFrom(found, limit, last => [
        sort === 'name' ? last.name : (last.lastSeenAt ?? 0),
        last.id,
      ])
      return {
        items: items.map(device => shown(device, now)),
        nextCursor,
        counts: await countDevices(db, wish.unitIds, now),
      }
    }),
    points: os.points.handler(async ({ input, context }) => {
      const now = clock.now()
      const wish = await wished(context, input)
      const [after = null] = readCursor(input.cursor) ?? []
      const found = await findPoints(db, wish, { after: after as DeviceId | null, limit: input.limit + 1 }, now)
      const troubled = new Set(await troubledIn(troubles, wish.unitIds))
      const { items, nextCursor } = pageFrom(found, input.limit, last => [last.id])
      return {
        items: items.map(point => {
          const { id, name, unitId, latitude, longitude } = point
          return { id, name, unitId, latitude, longitude, state: deviceState(point, now), troubled: troubled.has(id) }
        }),
        nextCursor,
        tiles: config.mapTiles,
      }
    }),
    read: os.read.handler(async ({ input, context }) => {
      const device = await found(input.deviceId)
      requireRight(maySeeDevices(actorOf(context), await readUnitPath(db, { clock }, device.unitId)))
      return { ...shown(device, clock.now()), refusals: await recentRefusals(db, device.id, 20) }
    }),
    register: os.register.handler(async ({ input, context }) => {
      const { idempotencyKey: key, ...device } = input
      const actor = actorOf(context)
      const repeatable = { accountId: actor.accountId, operation: 'devices.register', key, input: device }
      const { deviceId, claim } = await transact(db, async tx => {
        // The answer is kept for who repeats the call, and a code is kept nowhere: a repeated call gets one of its own.
        let made: ClaimCode | null = null
        const { deviceId } = await once(tx, { clock }, repeatable, async () => {
          const registered = await registerDevice(tx, { clock }, actor, device)
          made = registered.claim
          return { deviceId: registered.deviceId }
        })
        return { deviceId, claim: made ?? (await renewUnusedClaim(tx, { clock }, actor, deviceId)) }
      })
      return { device: shown(await found(deviceId), clock.now()), claim }
    }),
    renewClaim: os.renewClaim.handler(({ input: { deviceId }, context }) =>
      transact(db, async tx => {
        const code = await renewClaim(tx, { clock }, actorOf(context), deviceId)
        await changed.tell(tx, { deviceId })
        return code
      }),
    ),
    update: os.update.handler(async ({ input, context }) => {
      const { deviceId, version, ...fields } = input
      await transact(db, async tx => {
        await updateDevice(tx, { clock }, actorOf(context), deviceId, version, fields)
        await changed.tell(tx, { deviceId })
      })
      return shown(await found(deviceId), clock.now())
    }),
    retire: os.retire.handler(async ({ input, context }) => {
      await transact(db, async tx => {
        await retireDevice(tx, { clock }, actorOf(context), input.deviceId, input.reason)
        await changed.tell(tx, { deviceId: input.deviceId })
      })
      return shown(await found(input.deviceId), clock.now())
    }),
    ...groups,
  })
}
