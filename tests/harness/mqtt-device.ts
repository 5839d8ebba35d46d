import type { DeviceId } from '@nguon/domain/platform'
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt'

export interface Received {
  readonly topic: string
  readonly text: string
  readonly retained: boolean
}

/** A device's end of MQTT: what it received, in order. */
export interface MqttDevice {
  readonly client: MqttClient
  readonly received: readonly Received[]
  /** Waits until so many messages are there, and gives them all. */
  receive(count: number): Promise<readonly Received[]>
  /** Resolves when the connection is gone, at once if it is gone already. */
  readonly closed: Promise<void>
  leave(): Promise<void>
}

export async function connectDevice(
  port: number,
  deviceId: DeviceId,
  secret: string,
  options: IClientOptions & { readonly subscribe?: readonly string[] } = {},
): Promise<MqttDevice> {
  const { subscribe = [], ...clientOptions } = options
  const client = await connectAsync(
    `${clientOptions.protocol ?? 'mqtt'}://127.0.0.1:${port}`,
    {
      clientId: deviceId,
      username: deviceId,
      password: secret,
      protocolVersion: 4,
      reconnectPeriod: 0,
      ...clientOptions,
    },
    false,
  )
  const received: Received[] = []
  let waiting: (() => void)[] = []
  client.on('message', (topic, payload, packet) => {
    received.push({ topic, text: payload.toString(), retained: packet.retain })
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  })
  const closed = new Promise<void>(resolve => void client.once('close', () => resolve()))
  client.on('error', () => undefined)
  const device: MqttDevice = {
    client,
    received,
    closed,
    async receive(count) {
      while (received.length < count) await new Promise<void>(resolve => waiting.push(resolve))
      return received
    },
    async leave() {
      await client.endAsync()
      await closed
    },
  }
  if (subscribe.length > 0) await client.subscribeAsync([...subscribe], { qos: 1 })
  return device
}
