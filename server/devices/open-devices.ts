import { heartbeatMessageSchema, type RefusalReport, refusalsMessageSchema } from '@nguon/contract/devices'
import type { DeviceId, GroupId, UnitId } from '@nguon/domain/platform'
import type { Keyring } from '@nguon/server/keys'
import { type Following, following, newId, type Platform, transact } from '@nguon/server/platform'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mountDeviceHttp } from './device-http.ts'
import { groupRoutes } from './group-routes.ts'
import { type Heartbeats, openHeartbeats } from './heartbeats.ts'
import { deviceRoutes, type TroubleSource } from './routes.ts'
import { insertRefusals } from './state-store.ts'
import { openUpMessages, type UpMessages } from './up-messages.ts'

export interface Devices {
  readonly routes: ReturnType<typeof deviceRoutes>
  readonly heartbeats: Heartbeats
  readonly upMessages: UpMessages
  /** A device was claimed, changed or retired, or lost its secret: what it may and what it should play are another now. */
  readonly deviceChanged: Following<{ deviceId: DeviceId }>
  /** Devices belong to another unit from now on, or stand elsewhere in their own. */
  readonly devicesMoved: Following<{ deviceIds: readonly DeviceId[]; formerUnitId: UnitId; unitId: UnitId }>
  /** Filled by modules above, before requests come in. */
  readonly troubles: TroubleSource[]
  /** A device would not obey something it was given. */
  readonly refused: Following<{ deviceId: DeviceId; refusals: readonly RefusalReport[] }>
  /** A group is about to be removed: who still uses it refuses. */
  readonly groupLeaving: Following<{ groupId: GroupId }>
  mount(mqttUrl: (request: FastifyRequest) => string): (app: FastifyInstance) => void
}

export function openDevices(
  platform: Pick<Platform, 'db' | 'clock' | 'ticker' | 'log' | 'config'>,
  keyring: Keyring,
): Devices {
  const { db, clock, log, config } = platform
  const heartbeats = openHeartbeats(platform)
  const upMessages = openUpMessages({ log })
  const deviceChanged = following<{ deviceId: DeviceId }>()
  const devicesMoved: Devices['devicesMoved'] = following()
  const troubles: TroubleSource[] = []
  const refused = following<{ deviceId: DeviceId; refusals: readonly RefusalReport[] }>()
  const groupLeaving = following<{ groupId: GroupId }>()
  upMessages.register({
    kind: 'heartbeat',
    schema: heartbeatMessageSchema,
    hear: (deviceId, { telemetry }) => {
      heartbeats.hear(deviceId, telemetry)
      return Promise.resolve(null)
    },
  })
  upMessages.register({
    kind: 'refusals',
    schema: refusalsMessageSchema,
    hear: async (deviceId, { refusals }) => {
      const now = clock.now()
      const rows = refusals.map(refusal => ({ ...refusal, id: newId<'deviceRefusal'>(now) }))
      await transact(db, async tx => {
        await insertRefusals(tx, deviceId, rows, now)
        await refused.tell(tx, { deviceId, refusals })
      })
      log.warn({ deviceId, refusals }, 'a device refused something')
      return null
    },
  })
  return {
    routes: deviceRoutes(
      { db, clock, config },
      deviceChanged,
      groupRoutes({ db, clock }, { deviceChanged, groupLeaving }),
      troubles,
    ),
    heartbeats,
    upMessages,
    deviceChanged,
    devicesMoved,
    refused,
    groupLeaving,
    troubles,
    mount: mqttUrl => app => mountDeviceHttp(app, { db, clock, keyring, upMessages, mqttUrl, claimed: deviceChanged }),
  }
}
