import { instant, millisecondsPerDay } from '@nguon/domain/platform'
import { type Devices, forgetOutages } from '@nguon/server/devices'
import { type Platform, transact } from '@nguon/server/platform'
import { collectHours } from './collect-hours.ts'
import { keepListening } from './keep-listening.ts'
import { telemetryRoutes } from './routes.ts'
import { forgetHours, forgetListening } from './store.ts'

const listenEveryMilliseconds = 10_000
const hour = 3_600_000

/** One more than the charts show. */
const keptHourDays = 8

/** One more than the longest time availability can be asked for. */
const keptOutageDays = 93

export async function openTelemetry(
  { db, clock, ticker }: Pick<Platform, 'db' | 'clock' | 'ticker'>,
  { heartbeats }: Pick<Devices, 'heartbeats'>,
) {
  const hours = collectHours({ db, clock })
  heartbeats.onWritten(hours.take)
  const listen = keepListening({ db, clock })
  await listen()
  ticker.every(listenEveryMilliseconds, 'keep when we listened', listen)
  const forget = () => {
    const before = (days: number) => instant(clock.now() - days * millisecondsPerDay)
    return transact(db, async tx => {
      await forgetHours(tx, before(keptHourDays))
      await forgetOutages(tx, before(keptOutageDays))
      await forgetListening(tx, before(keptOutageDays))
    })
  }
  ticker.every(hour, 'forget old telemetry', forget)
  return { routes: telemetryRoutes({ db, clock }, hours), flush: () => hours.flush(), listen, forget }
}
