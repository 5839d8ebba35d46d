import { topics } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import type { Devices } from '@nguon/server/devices'
import { isDevice, readSecretHash } from '@nguon/server/claims'
import { measure, type Platform } from '@nguon/server/platform'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Broker, BrokerAway, type EmbeddedBroker, openEmbeddedBroker } from '@nguon/server/brokers'
import { openNamedBroker } from './open-named-broker.ts'

export interface Gateway {
  readonly broker: Broker
  /** Where devices find the broker, seen from the request by which one is claimed. */
  mqttUrl(request: FastifyRequest): string
  /** Takes MQTT over WebSocket on the server of the pages, when the broker is ours. */
  attach(app: FastifyInstance): void
  close(): Promise<void>
}

type Parts = Pick<Platform, 'config' | 'db' | 'log' | 'metrics' | 'jobs' | 'announcements'>

/** Opens the broker the settings name and hands what devices say to those who understand it. */
export async function openGateway(
  platform: Parts,
  devices: Pick<Devices, 'upMessages' | 'deviceChanged'>,
): Promise<Gateway> {
  const { config, db, log, metrics } = platform
  const { mqtt } = config
  const embedded =
    mqtt.kind === 'embedded'
      ? await openEmbeddedBroker({
          authenticate: (deviceId, secret) => isDevice(db, deviceId, secret),
          listen: { host: config.host, port: mqtt.port, ...(config.tls ? { tls: config.tls } : {}) },
          onFault: (fault, details) => log.warn({ fault, ...details }, 'a connection of a device was refused or ended'),
        })
      : null
  const broker = embedded ?? (await openNamedBroker(platform, devices))
  endWithdrawn(broker, platform, devices)
  hearDevices(broker, devices, log)
  measure(metrics, { name: 'nguon_devices_connected', help: 'Devices connected to the broker now' }, () =>
    broker.connectedCount(),
  )
  return {
    broker,
    mqttUrl: request => mqttUrlFor(request, config, embedded),
    attach: app => embedded?.attachTo(app.server, '/mqtt'),
    close: () => broker.close(),
  }
}

/** Whoever holds the old secret of a device is cut off, whichever server of the house it is connected to. */
function endWithdrawn(
  broker: Broker,
  { announcements }: Pick<Platform, 'announcements'>,
  { deviceChanged }: Pick<Devices, 'deviceChanged'>,
): void {
  const secretWithdrawn = announcements.named<{ deviceId: DeviceId }>('secretWithdrawn')
  deviceChanged.follow(async (tx, { deviceId }) => {
    if ((await readSecretHash(tx, deviceId)) === null) await secretWithdrawn.announce(tx, { deviceId })
  })
  secretWithdrawn.hear(async ({ deviceId }, from) => {
    if (from === 'here' || !broker.shared) await broker.disconnect(deviceId)
  })
}

/** Messages wait for the database one behind another per device, so that an older one never overtakes a newer. */
function hearDevices(broker: Broker, { upMessages }: Pick<Devices, 'upMessages'>, log: Platform['log']): void {
  const queues = new Map<DeviceId, Promise<void>>()
  const take = async (deviceId: DeviceId, payload: Uint8Array) => {
    try {
      const { answer } = await upMessages.hear(deviceId, parsed(payload))
      if (answer) await broker.publish(topics.acknowledged(deviceId), JSON.stringify(answer))
    } catch (error) {
      // The device keeps what was not acknowledged and sends it again.
      if (!(error instanceof BrokerAway)) log.error({ error, deviceId }, 'a message of a device was not taken')
    }
  }
  broker.onMessage((deviceId, _topic, payload) => {
    const turn = (queues.get(deviceId) ?? Promise.resolve())
      .then(() => take(deviceId, payload))
      .finally(() => queues.get(deviceId) === turn && queues.delete(deviceId))
    queues.set(deviceId, turn)
  })
}

function parsed(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
  } catch {
    return null
  }
}

function mqttUrlFor(
  request: FastifyRequest,
  { mqtt, tls, baseUrl }: Platform['config'],
  embedded: EmbeddedBroker | null,
) {
  if (mqtt.kind === 'outside') return mqtt.devicesUrl
  const host = baseUrl ? new URL(baseUrl).hostname : request.hostname
  return `${tls ? 'mqtts' : 'mqtt'}://${host.includes(':') ? `[${host}]` : host}:${embedded?.port ?? 0}`
}
