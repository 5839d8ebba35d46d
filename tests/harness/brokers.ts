import {
  type Broker,
  type BrokerLimits,
  type ConnectionFault,
  openEmbeddedBroker,
  openOutsideBroker,
} from '@nguon/server/brokers'
import { type DeviceSecrets, startMosquitto } from './mosquitto.ts'
import { requireProgram } from './requirement.ts'

export interface OpenBroker {
  readonly broker: Broker
  /** Where devices connect. */
  readonly port: number
  /** What the embedded broker told of; null for Mosquitto, which writes a log of its own. */
  readonly faults: readonly ConnectionFault[] | null
  admitOnly(devices: DeviceSecrets): Promise<void>
  close(): Promise<void>
}

interface OpenOptions {
  readonly devices: DeviceSecrets
  readonly limits?: Partial<BrokerLimits>
  readonly silenceMilliseconds?: number
}

async function openEmbedded({ devices, limits }: OpenOptions): Promise<OpenBroker> {
  let admitted = devices
  const faults: ConnectionFault[] = []
  const broker = await openEmbeddedBroker({
    authenticate: async (deviceId, secret) => admitted.get(deviceId) === secret,
    listen: { host: '127.0.0.1', port: 0 },
    limits,
    onFault: fault => void faults.push(fault),
  })
  return {
    broker,
    port: broker.port ?? 0,
    faults,
    async admitOnly(devices) {
      const withdrawn = [...admitted.keys()].filter(deviceId => !devices.has(deviceId))
      admitted = devices
      for (const deviceId of withdrawn) await broker.disconnect(deviceId)
    },
    close: () => broker.close(),
  }
}

async function openMosquitto({ devices, silenceMilliseconds }: OpenOptions): Promise<OpenBroker> {
  const mosquitto = await startMosquitto(devices)
  if (!mosquitto) throw new Error('ask `available` before opening')
  const broker = await openOutsideBroker({ ...mosquitto.server, silenceMilliseconds })
  return {
    broker,
    port: mosquitto.port,
    faults: null,
    admitOnly: admitted => mosquitto.admitOnly(admitted),
    async close() {
      await broker.close()
      await mosquitto.stop()
    },
  }
}

/** Both kinds of broker, for `describe.each` with `describe.skipIf(!available())`. */
export const brokerKinds = [
  { name: 'embedded broker', available: () => true, open: openEmbedded },
  { name: 'Mosquitto', available: () => requireProgram('mosquitto') !== null, open: openMosquitto },
] as const
