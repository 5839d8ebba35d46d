import { airingsContract, airingsMessageSchema } from '@nguon/contract/airings'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { type Airing, mayReadAirings } from '@nguon/domain/airings'
import { addDays, type DeviceId, localToInstant, type TimeOfDay, type UnitId } from '@nguon/domain/platform'
import { type Devices, readDevice } from '@nguon/server/devices'
import { plannedItems } from '@nguon/server/lineups'
import { following, type Platform, transact } from '@nguon/server/platform'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { readUnitPath, readUnitsBelow } from '@nguon/server/territory'
import { implement } from '@orpc/server'
import { sessionsOfDay } from './sessions-of-day.ts'
import { readVillageDay } from './read-village-day.ts'
import { readShortfall } from './read-shortfall.ts'
import { countByItem, findAirings } from './store.ts'
import { storeAirings } from './store-airings.ts'

type Parts = Pick<Platform, 'db' | 'clock' | 'config'>

/** Takes airings in, each exactly once, and shows what sounded. */
export function openAirings(platform: Parts, devices: Pick<Devices, 'upMessages'>) {
  const { db, clock, config } = platform
  /** Airings that were not known before, each told once. */
  const airingsStored = following<{ deviceId: DeviceId; airings: readonly Airing[] }>()
  devices.upMessages.register({
    kind: 'airings',
    schema: airingsMessageSchema,
    hear: async (deviceId, { airings }) => {
      const stored = await transact(db, async tx => {
        const taken = await storeAirings(tx, { clock, zone: config.zone }, deviceId, airings)
        if (taken && taken.fresh.length > 0) await airingsStored.tell(tx, { deviceId, airings: taken.fresh })
        return taken
      })
      return stored && { log: stored.log, seq: stored.seq }
    },
  })
  return { routes: airingRoutes(platform), airingsStored }
}

function airingRoutes({ db, clock, config: { zone } }: Parts) {
  const os = implement(airingsContract).$context<RequestContext>().use(operationGuard)
  const midnight = '00:00' as TimeOfDay
  const visibleUnits = async (context: RequestContext, unitId: UnitId) => {
    requireRight(mayReadAirings(actorOf(context), await readUnitPath(db, { clock }, unitId)))
    return readUnitsBelow(db, { clock }, unitId)
  }
  return os.router({
    sessions: os.sessions.handler(async ({ input, context }) => {
      const unitIds = await visibleUnits(context, input.unitId)
      const from = localToInstant(input.day, midnight, zone)
      const until = localToInstant(addDays(input.day, 1), midnight, zone)
      const [items, counts] = await Promise.all([
        plannedItems(db, unitIds, from, until),
        countByItem(db, { unitIds }, from, until),
      ])
      return { now: clock.now(), sessions: sessionsOfDay(items, counts, clock.now()) }
    }),
    ofVillage: os.ofVillage.handler(({ input, context }) =>
      readVillageDay(db, { clock, zone }, actorOf(context), input),
    ),
    shortfall: os.shortfall.handler(async ({ input, context }) =>
      readShortfall(db, await visibleUnits(context, input.unitId), input.itemId),
    ),
    list: os.list.handler(async ({ input, context }) => {
      const { unitId, limit, ...wanted } = input
      const unitIds = await visibleUnits(context, unitId)
      const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
      return findAirings(db, { unitIds, limit, ...given })
    }),
    ofDevice: os.ofDevice.handler(async ({ input, context }) => {
      const device = await readDevice(db, input.deviceId)
      if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
      await visibleUnits(context, device.unitId)
      const from = localToInstant(input.day, midnight, zone)
      const until = localToInstant(addDays(input.day, 1), midnight, zone)
      return findAirings(db, { deviceId: device.id, from, until, limit: 500 })
    }),
  })
}
