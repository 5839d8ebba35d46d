import { selfTestsMessageSchema } from '@nguon/contract/alarms'
import { type Airing } from '@nguon/domain/airings'
import { defaultThresholds, judgeAirings, judgeRefusals } from '@nguon/domain/alarms'
import type { DeviceId } from '@nguon/domain/platform'
import { type Devices, readDevice } from '@nguon/server/devices'
import { type Following, type Platform, transact } from '@nguon/server/platform'
import { keepAlarmTasks } from './alarm-tasks.ts'
import { alarmRoutes } from './routes.ts'
import { devicesInTrouble } from './list-store.ts'
import { gatherStruck } from './gather-struck.ts'
import { endAlarmsOf } from './end-alarms.ts'
import { takeFindings } from './take-findings.ts'
import { takeSelfTests } from './take-self-tests.ts'
import { handOverAlarms } from './store.ts'
import { watchSilence } from './watch-silence.ts'
import { watchTelemetry } from './watch-telemetry.ts'

const lookEveryMilliseconds = 10_000

interface Below {
  readonly devices: Pick<
    Devices,
    'heartbeats' | 'refused' | 'troubles' | 'deviceChanged' | 'devicesMoved' | 'upMessages'
  >
  readonly airings: {
    readonly airingsStored: Following<{ deviceId: DeviceId; airings: readonly Airing[] }>
  }
}

/** Listens to all that devices say, and looks for those that say nothing. */
export function openAlarms(platform: Pick<Platform, 'db' | 'clock' | 'ticker'>, { devices, airings }: Below) {
  const { db, clock, ticker } = platform
  devices.heartbeats.onWritten(watchTelemetry({ db, clock }))
  devices.refused.follow((tx, { deviceId, refusals }) => takeFindings(tx, { clock }, judgeRefusals(deviceId, refusals)))
  airings.airingsStored.follow((tx, told) => takeFindings(tx, { clock }, judgeAirings(told.airings, defaultThresholds)))
  devices.deviceChanged.follow(async (tx, { deviceId }) => {
    const device = await readDevice(tx, deviceId)
    if (device && device.retiredAt !== null) await endAlarmsOf(tx, { clock }, deviceId)
  })
  // Whoever keeps the device now looks at what is wrong with it; what is over stays where it was.
  devices.devicesMoved.follow(async (tx, { deviceIds, formerUnitId, unitId }) => {
    await handOverAlarms(tx, deviceIds, unitId)
    await keepAlarmTasks(tx, { clock }, [...new Set([formerUnitId, unitId])])
  })
  devices.upMessages.register({
    kind: 'self-tests',
    schema: selfTestsMessageSchema,
    hear: (deviceId, { tests }) => transact(db, tx => takeSelfTests(tx, { clock }, deviceId, tests)),
  })
  devices.troubles.push(unitIds => devicesInTrouble(db, unitIds))
  const lookForSilence = watchSilence({ db, clock })
  const gather = gatherStruck({ db, clock })
  /** One round of what the ticker asks again and again. */
  const look = async () => {
    await lookForSilence()
    await gather()
  }
  ticker.every(lookEveryMilliseconds, 'look for silence', look)
  return { routes: alarmRoutes({ db, clock }), look }
}
