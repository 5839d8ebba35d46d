import { randomBytes } from 'node:crypto'
import { isDeviceId, senderOf } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { type Broker, BrokerAway, type MessageHandler, type PresenceHandler, type PublishOptions } from './broker.ts'
import { BulkLane } from './bulk-lane.ts'
import { HeartbeatPresence } from './heartbeat-presence.ts'
import { Listeners } from '@nguon/server/connections'

export interface OutsideBrokerOptions {
  /** `mqtt://`, `mqtts://`, `ws://` or `wss://`; on Mosquitto the server's own listener (see docs/operating/mosquitto.conf). */
  readonly url: string
  /** The server's own account, with rights on every topic. */
  readonly username: string
  readonly password: string
  /** PEM of the authority that signed the broker's certificate; the system's own without it. */
  readonly authority?: string | undefined
  /** A device silent for this long is away: three heartbeats missed. */
  readonly silenceMilliseconds?: number | undefined
  /** Between attempts to come back. */
  readonly retryMilliseconds?: number | undefined
  /** Of the connections and of handlers that threw. */
  onFault?(error: unknown): void
}

const handshakeMilliseconds = 10_000

/**
 * Mosquitto or any other MQTT 3.1.1 broker, through two connections: what is urgent never waits behind what is not. Nothing is
 * kept while the broker is away: `publish` rejects, and whoever owns the state publishes it again on `onReturn`.
 */
class Outside implements Broker {
  readonly shared = true
  readonly #options: OutsideBrokerOptions
  readonly #presence: HeartbeatPresence
  readonly #messages: Listeners<Parameters<MessageHandler>>
  readonly #returns: Listeners<[]>
  readonly #lane = new BulkLane()
  #bulk!: MqttClient
  #urgent!: MqttClient

  constructor(options: OutsideBrokerOptions) {
    this.#options = options
    const onFault = (error: unknown) => options.onFault?.(error)
    this.#messages = new Listeners(onFault)
    this.#returns = new Listeners(onFault)
    this.#presence = new HeartbeatPresence(options.silenceMilliseconds ?? 90_000, onFault)
  }

  /** Rejects when the broker refuses the account; one that cannot be reached now is waited for, and told of by `onReturn`. */
  async open(): Promise<this> {
    this.#urgent = await this.#connect()
    this.#bulk = await this.#connect().catch(async (error: unknown) => {
      await this.#urgent.endAsync(true)
      throw error
    })
    this.#bulk.on('message', (topic, payload) => {
      const sender = senderOf(topic)
      if (!sender) return
      this.#presence.hear(sender)
      this.#messages.tell(sender, topic, payload)
    })
    if (this.#bulk.connected) await this.#listen()
    this.#bulk.on('connect', () => {
      this.#listen().then(
        () => this.#returns.tell(),
        (error: unknown) => this.#options.onFault?.(error),
      )
    })
    return this
  }

  publish(topic: string, payload: string | Uint8Array, options?: PublishOptions): Promise<void> {
    return this.#lane.run(() => hand(this.#bulk, topic, payload, options))
  }

  publishUrgent(topic: string, payload: string | Uint8Array, options?: PublishOptions): Promise<void> {
    return hand(this.#urgent, topic, payload, options)
  }

  onMessage(handler: MessageHandler): () => void {
    return this.#messages.add(handler)
  }

  onPresence(handler: PresenceHandler): () => void {
    return this.#presence.changes.add(handler)
  }

  onReturn(handler: () => void | Promise<void>): () => void {
    return this.#returns.add(handler)
  }

  /** No broker offers a way to do it from outside, but every one must let a client id go to its newest holder (MQTT-3.1.4-2). */
  async disconnect(deviceId: DeviceId): Promise<void> {
    if (isDeviceId(deviceId) && this.available()) {
      const usurper = await this.#connect({ clientId: deviceId, reconnectPeriod: 0 })
      await usurper.endAsync()
    }
    this.#presence.forget(deviceId)
  }

  available(): boolean {
    return this.#bulk.connected && this.#urgent.connected
  }

  connectedCount(): number {
    return this.#presence.count
  }

  isConnected(deviceId: DeviceId): boolean {
    return this.#presence.has(deviceId)
  }

  async close(): Promise<void> {
    this.#presence.close()
    await Promise.all([this.#bulk.endAsync(true), this.#urgent.endAsync(true)])
  }

  async #connect(options: IClientOptions = {}): Promise<MqttClient> {
    const { url, username, password, authority, retryMilliseconds = 2_000 } = this.#options
    const client = connect(url, {
      protocolVersion: 4,
      clean: true,
      clientId: `nguon-${randomBytes(8).toString('hex')}`,
      username,
      password,
      keepalive: 30,
      connectTimeout: handshakeMilliseconds,
      reconnectPeriod: retryMilliseconds,
      resubscribe: false,
      queueQoSZero: false,
      ...(authority === undefined ? {} : { ca: authority }),
      ...options,
    })
    client.on('error', error => this.#options.onFault?.(error))
    try {
      await firstAttempt(client)
      return client
    } catch (error) {
      await client.endAsync(true)
      throw error
    }
  }

  async #listen(): Promise<void> {
    await this.#bulk.subscribeAsync('d/+/up', { qos: 1 })
  }
}

/** CONNACK return codes 4 and 5 (MQTT 3.1.1 §3.2.2.3): the broker does not know the account, or its password is another. */
export function accountRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 4 || error.code === 5)
}

/** Settles when the client is connected or has found that the broker is away; rejects when its account is refused. */
function firstAttempt(client: MqttClient): Promise<void> {
  return new Promise((resolve, reject) => {
    client.once('connect', () => resolve())
    client.once('close', () => resolve())
    client.once('error', error => {
      if (accountRefused(error)) reject(error)
    })
  })
}

async function hand(
  client: MqttClient,
  topic: string,
  payload: string | Uint8Array,
  { retain = false }: PublishOptions = {},
): Promise<void> {
  if (!client.connected) throw new BrokerAway('the MQTT broker cannot be reached')
  await client.publishAsync(topic, Buffer.from(payload as string), { qos: 1, retain })
}

export function openOutsideBroker(options: OutsideBrokerOptions): Promise<Broker> {
  return new Outside(options).open()
}
