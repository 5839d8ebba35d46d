import { devicesContract } from '@nguon/contract/devices'
import { instantField, platformRefusals, Refusal } from '@nguon/contract/platform'
import { type Device, deviceState, maySeeDevices } from '@nguon/domain/devices'
import type { DeviceId, Instant, UnitId } from '@nguon/domain/platform'
import { once, type Following, type Platform, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext, requireRight, pageFrom, readCursor } from '@nguon/server/web'
import type { ClaimCode } from '@nguon/server/claims'
import { readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { implement } from '@orpc/server'
import type { groupRoutes } from './group-routes.ts'
import { renewClaim, renewUnusedClaim, retireDevice, updateDevice } from './keep-device.ts'
import { registerDevice } from './register-device.ts'
import { recentRefusals } from './state-store.ts'
import { countDevices, findDevices, readDevice } from './store.ts'

const shown = (device: Device, now: Instant) => ({ ...device, state: deviceState(device, now) })

/** A contribution: which devices of some units something is wrong with. */
export type TroubleSource = (unitIds: readonly UnitId[]) => Promise<readonly DeviceId[]>

async function troubledIn(sources: readonly TroubleSource[], unitIds: readonly UnitId[]): Promise<DeviceId[]> {
  return (await Promise.all(sources.map(source => source(unitIds)))).flat()
}

/** `changed` is told, in the same transaction, that what the device should play may be another now. */
export function deviceRoutes(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
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
  return os.router({
    list: os.list.handler(async ({ input, context }) => {
      const now = clock.now()
      requireRight(maySeeDevices(actorOf(context), await readUnitPath(db, { clock }, input.unitId)))
      const unitIds = await readUnitsBelow(db, { clock }, input.unitId)
      const { state = null, kind = null, search = null, villageId = null, sort, limit } = input
      const missing = input.missing === 'true'
      const [place, id] = readCursor(input.cursor) ?? []
      const known = place !== undefined && (sort === 'name' || instantField.safeParse(Number(place)).success)
      const after = known && id !== undefined ? { place, id: id as DeviceId } : null
      const among = input.troubled ? await troubledIn(troubles, unitIds) : null
      const found = await findDevices(
        db,
        { unitIds, state, kind, search, villageId, missing, among, sort, after, limit: limit + 1 },
        now,
      )
      const { items, nextCursor } = pageFrom(found, limit, last => [
        sort === 'name' ? last.name : (last.lastSeenAt ?? 0),
        last.id,
      ])
      return {
        items: items.map(device => shown(device, now)),
        nextCursor,
        counts: await countDevices(db, unitIds, now),
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
