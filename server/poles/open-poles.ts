import { polesContract } from '@nguon/contract/poles'
import { platformRefusals, Refusal } from '@nguon/contract/platform'
import { mayAcknowledgeAlarms, mayReadAlarms } from '@nguon/domain/alarms'
import { type Actor, type DeviceId, instant, type UnitPath } from '@nguon/domain/platform'
import { phoneKeptMilliseconds } from '@nguon/domain/poles'
import { readDevice } from '@nguon/server/devices'
import { type Platform, transact } from '@nguon/server/platform'
import { readUnitPath } from '@nguon/server/territory'
import { actorOf, operationGuard, type RequestContext, requireRight } from '@nguon/server/web'
import { implement } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { mountPolePage } from './mount-pole-page.ts'
import { poleCode } from './pole-code.ts'
import { placeOfDevice } from './read-pole.ts'
import { forgetPhones, reportsOf } from './store.ts'

const hour = 3_600_000
const shownReports = 50

export function openPoles(platform: Pick<Platform, 'db' | 'clock' | 'ticker' | 'config'>) {
  const { db, clock, ticker, config } = platform
  ticker.every(hour, 'forget telephone numbers', () =>
    transact(db, tx => forgetPhones(tx, instant(clock.now() - phoneKeptMilliseconds))),
  )
  const os = implement(polesContract).$context<RequestContext>().use(operationGuard)
  const deviceFor = async (
    context: RequestContext,
    deviceId: DeviceId,
    may: (actor: Actor, path: UnitPath) => boolean,
  ) => {
    const device = await readDevice(db, deviceId)
    if (!device) throw new Refusal(platformRefusals.NOT_FOUND)
    requireRight(may(actorOf(context), await readUnitPath(db, { clock }, device.unitId)))
    return device
  }
  const routes = os.router({
    sheet: os.sheet.handler(async ({ input, context }) => {
      const device = await deviceFor(context, input.deviceId, mayReadAlarms)
      const code = await poleCode({ db, clock }, device.id)
      return { code, path: `/loa/${code}`, name: device.name, place: await placeOfDevice(db, { clock }, device) }
    }),
    reports: os.reports.handler(async ({ input, context }) => {
      const device = await deviceFor(context, input.deviceId, mayAcknowledgeAlarms)
      return reportsOf(db, device.id, shownReports)
    }),
  })
  return { routes, mount: (app: FastifyInstance) => mountPolePage(app, { db, clock, zone: config.zone }) }
}
