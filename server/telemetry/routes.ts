import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { telemetryContract } from '@nguon/contract/telemetry'
import { type Device, maySeeDevices } from '@nguon/domain/devices'
import { type DeviceId, instant, millisecondsPerDay } from '@nguon/domain/platform'
import { availabilityOf, measures, outagesOf, sumAvailability } from '@nguon/domain/telemetry'
import { readDevice } from '@nguon/server/devices'
import type { Platform } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, pageFrom, readCursor, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import { availabilityLists } from './availability-lists.ts'
import type { collectHours } from './collect-hours.ts'
import { lastDays, readWatch, shareOrder } from './read-availability.ts'
import { hourSumsOf } from './store.ts'

const chartDays = 7
const shownDays = 30

export function telemetryRoutes(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { flush }: Pick<ReturnType<typeof collectHours>, 'flush'>,
) {
  const os = implement(telemetryContract).$context<RequestContext>().use(operationGuard)
  const listOf = availabilityLists({ db, clock })
  const deviceFor = async (context: RequestContext, deviceId: DeviceId): Promise<Device> => {
    const device = await readDevice(db, deviceId)
    if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
    requireRight(maySeeDevices(actorOf(context), await readUnitPath(db, { clock }, device.unitId)))
    return device
  }
  return os.router({
    ofDevice: os.ofDevice.handler(async ({ input, context }) => {
      const device = await deviceFor(context, input.deviceId)
      await flush(device.id)
      const now = clock.now()
      const watch = (await readWatch(db, [device], { span: lastDays(shownDays, now), now }))(device)
      const hours = await hourSumsOf(db, device.id, instant(now - chartDays * millisecondsPerDay))
      return {
        now,
        hours: hours.map(({ hour, spreads }) => ({
          hour,
          spreads: Object.fromEntries(
            measures.flatMap(measure => {
              const spread = spreads[measure]
              if (!spread) return []
              return [[measure, { least: spread.least, most: spread.most, mean: spread.sum / spread.count }]]
            }),
          ),
        })),
        outages: outagesOf(device, watch).flat(),
        week: availabilityOf(device, { ...watch, period: lastDays(chartDays, now) }),
        month: availabilityOf(device, { ...watch, period: lastDays(shownDays, now) }),
      }
    }),
    availability: os.availability.handler(async ({ input: { unitId, days, limit, cursor }, context }) => {
      requireRight(maySeeDevices(actorOf(context), await readUnitPath(db, { clock }, unitId)))
      const [share, id] = readCursor(cursor) ?? []
      const after = share === undefined || id === undefined ? null : { share: Number(share), id }
      const each = await listOf(unitId, days, { first: after === null })
      const rest = after
        ? each.filter(row => shareOrder(row) > after.share || (shareOrder(row) === after.share && row.id > after.id))
        : each
      return {
        ...pageFrom(rest.slice(0, limit + 1), limit, last => [shareOrder(last), last.id]),
        total: each.length,
        unit: sumAvailability(each),
      }
    }),
  })
}
