import type { Server as HttpServer } from 'node:http'
import { isDeviceId, mayPublish, maySubscribe, senderOf } from '@nguon/domain/devices'
import type { DeviceId } from '@nguon/domain/platform'
import { Aedes, type AedesOptions, type AuthenticateError, type Client } from 'aedes'
import { generate } from 'mqtt-packet'
import type { Broker, MessageHandler, PresenceHandler, PublishOptions } from './broker.ts'
import { type BrokerLimits, brokerLimits } from './broker-limits.ts'
import { BulkLane } from './bulk-lane.ts'
import {
  acceptWebSockets,
  type AddressOf,
  type DeviceLine,
  type DeviceListener,
  DeviceSessions,
  type DeviceStream,
  Listeners,
  listenForDevices,
  type ListenOptions,
} from '@nguon/server/connections'
import { type ConnectionFault, type ConnectionFaultDetails, Refused, returnCodes } from './connection-fault.ts'
import { nothingEmitted, nothingPersisted } from './forgetful-aedes.ts'
import { TopicIndex } from './topic-index.ts'

export interface EmbeddedBrokerOptions {
  authenticate(deviceId: DeviceId, secret: string): Promise<boolean>
  /** None: WebSocket only. */
  readonly listen?: ListenOptions | undefined
  readonly limits?: Partial<BrokerLimits> | undefined
  onFault?(fault: ConnectionFault, details: ConnectionFaultDetails): void
}

export interface EmbeddedBroker extends Broker {
  /** Of the TCP or TLS listener; null without one. */
  readonly port: number | null
  /** Takes MQTT over WebSocket on `path` of an HTTP server. */
  attachTo(server: HttpServer, path?: string, addressOf?: AddressOf): void
}

/**
 * aedes speaks the protocol: parses, authenticates, keeps alive, acknowledges. What goes to devices goes past it: each packet is
 * serialised once and written to every subscriber found in our own index, so nothing waits for a device that does not read.
 * Devices receive with QoS 0: over TCP what is lost is lost with the connection, and after that the device asks anew.
 */
class Embedded implements EmbeddedBroker {
  readonly shared = false
  readonly #options: EmbeddedBrokerOptions
  readonly #limits: BrokerLimits
  readonly #aedes: Aedes
  readonly #sessions: DeviceSessions
  readonly #topics = new TopicIndex<DeviceStream>()
  readonly #bulk = new BulkLane()
  readonly #messages: Listeners<Parameters<MessageHandler>>
  readonly #detach: (() => void)[] = []
  #listener: DeviceListener | null = null

  constructor(options: EmbeddedBrokerOptions) {
    this.#options = options
    this.#limits = { ...brokerLimits, ...options.limits }
    const ownFault = (error: unknown) => this.#tellOwnFault('handler', error)
    this.#messages = new Listeners(ownFault)
    this.#sessions = new DeviceSessions(this.#limits, ownFault)
    this.#aedes = new Aedes(this.#rules())
    this.#aedes.on('subscribe', (subscriptions, client) => {
      for (const { topic, qos } of subscriptions) if (qos < 128) this.#subscribe(streamOf(client), topic)
    })
    this.#aedes.on('unsubscribe', (filters, client) => {
      for (const filter of filters) this.#unsubscribe(streamOf(client), filter)
    })
    const report = (client: Client, error: Error) => {
      if (!(error instanceof Refused)) this.#report('connection', streamOf(client), error)
    }
    this.#aedes.on('connectionError', report)
    this.#aedes.on('clientError', report)
  }

  async open(): Promise<this> {
    await this.#aedes.listen()
    const { listen } = this.#options
    if (!listen) return this
    const accept = (line: DeviceLine) => this.#accept(line)
    this.#listener = await listenForDevices(listen, accept, error => this.#tellOwnFault('certificate', error))
    return this
  }

  get port(): number | null {
    return this.#listener?.port ?? null
  }

  attachTo(
    server: HttpServer,
    path = '/mqtt',
    addressOf: AddressOf = request => request.socket.remoteAddress ?? '',
  ): void {
    const accept = (line: DeviceLine) => this.#accept(line)
    // The fixed header of a packet is 5 bytes at most.
    this.#detach.push(acceptWebSockets(server, path, this.#limits.packetBytes + 5, addressOf, accept))
  }

  publish(topic: string, payload: string | Uint8Array, options?: PublishOptions): Promise<void> {
    return this.#bulk.run(() => this.#fanOut(topic, payload, options))
  }

  async publishUrgent(topic: string, payload: string | Uint8Array, options?: PublishOptions): Promise<void> {
    this.#fanOut(topic, payload, options)
  }

  onMessage(handler: MessageHandler): () => void {
    return this.#messages.add(handler)
  }

  onPresence(handler: PresenceHandler): () => void {
    return this.#sessions.presence.add(handler)
  }

  /** It is away only when we are, and then nobody is here to hear of it. */
  onReturn(): () => void {
    return () => undefined
  }

  available(): boolean {
    return true
  }

  async disconnect(deviceId: DeviceId): Promise<void> {
    this.#sessions.get(deviceId)?.destroy()
  }

  connectedCount(): number {
    return this.#sessions.count
  }

  isConnected(deviceId: DeviceId): boolean {
    return this.#sessions.get(deviceId) !== undefined
  }

  async close(): Promise<void> {
    for (const detach of this.#detach) detach()
    const listenerClosed = this.#listener?.close()
    this.#sessions.closeAll()
    await new Promise<void>(resolve => this.#aedes.close(() => resolve()))
    await listenerClosed
  }

  #rules(): AedesOptions {
    return {
      connectTimeout: this.#limits.connectMilliseconds,
      persistence: nothingPersisted,
      mq: nothingEmitted,
      preConnect: (_client, packet, done) => {
        packet.clean = true
        delete packet.will
        const { keepaliveSeconds } = this.#limits
        packet.keepalive = Math.min(packet.keepalive || keepaliveSeconds, keepaliveSeconds)
        done(null, true)
      },
      authenticate: (client, username, password, done) => void this.#authenticate(client, username, password, done),
      authorizePublish: (client, packet, done) => {
        // Without a client it is aedes that speaks of itself on `$SYS`.
        if (!client) return done()
        // QoS 2 would need a memory for every device (see forgetful-aedes.ts); nothing in the protocol asks for it.
        const allowed = packet.qos < 2 && isDeviceId(client.id) && mayPublish(client.id, packet.topic)
        packet.retain = false
        if (!allowed) this.#report('foreign-publish', streamOf(client))
        done(allowed ? null : new Refused('foreign topic'))
      },
      authorizeSubscribe: (client, subscription, done) => {
        const { deviceId, filters } = streamOf(client)
        const allowed =
          deviceId !== null &&
          maySubscribe(deviceId, subscription.topic) &&
          (filters.size < this.#limits.filtersPerDevice || filters.has(subscription.topic))
        if (!allowed) this.#report('foreign-subscribe', streamOf(client))
        done(null, allowed ? subscription : null)
      },
      published: (packet, client, done) => {
        const sender = client && senderOf(packet.topic)
        if (sender) this.#messages.tell(sender, packet.topic, packet.payload as Buffer)
        done()
      },
    }
  }

  #report(fault: ConnectionFault, stream: DeviceStream, error?: unknown): void {
    this.#options.onFault?.(fault, { deviceId: stream.deviceId, address: stream.line.address, error })
  }

  #tellOwnFault(fault: ConnectionFault, error: unknown): void {
    this.#options.onFault?.(fault, { deviceId: null, address: '', error })
  }

  #accept(line: DeviceLine): void {
    const stream = this.#sessions.open(line, (fault, stream) => this.#report(fault, stream))
    if (!stream) {
      this.#options.onFault?.('crowded', { deviceId: null, address: line.address })
      return line.destroy()
    }
    stream.once('close', () => {
      for (const filter of stream.filters) this.#topics.unsubscribe(filter, stream)
    })
    this.#aedes.handle(stream)
  }

  async #authenticate(
    client: Client,
    username: string | undefined,
    password: Buffer | undefined,
    done: Parameters<NonNullable<AedesOptions['authenticate']>>[3],
  ): Promise<void> {
    const fault = await this.#judge(client.id, username, password)
    const stream = streamOf(client)
    if (!fault) {
      this.#sessions.admit(stream, client.id as DeviceId)
      return done(null, true)
    }
    this.#options.onFault?.(fault, { deviceId: username ?? null, address: stream.line.address })
    const refusal: unknown = new Refused(fault, returnCodes[fault])
    done(refusal as AuthenticateError, null)
  }

  async #judge(
    clientId: string,
    username: string | undefined,
    password: Buffer | undefined,
  ): Promise<keyof typeof returnCodes | null> {
    if (!username || !isDeviceId(username) || clientId !== username) return 'identifier'
    try {
      return (await this.#options.authenticate(username, password?.toString() ?? '')) ? null : 'secret'
    } catch {
      return 'unavailable'
    }
  }

  #subscribe(stream: DeviceStream, filter: string): void {
    if (stream.destroyed) return
    stream.filters.add(filter)
    this.#topics.subscribe(filter, stream)
    // Through the stream's own buffer: behind the SUBACK, before anything published from now on.
    for (const packet of this.#topics.retainedFor(filter)) stream.write(packet)
  }

  #unsubscribe(stream: DeviceStream, filter: string): void {
    if (stream.filters.delete(filter)) this.#topics.unsubscribe(filter, stream)
  }

  #fanOut(topic: string, payload: string | Uint8Array, { retain = false }: PublishOptions = {}): void {
    const bytes = Buffer.from(payload as string)
    const packet = { cmd: 'publish', topic, payload: bytes, qos: 0, dup: false } as const
    if (retain) this.#topics.retain(topic, bytes.length > 0 ? generate({ ...packet, retain: true }) : null)
    const frame = generate({ ...packet, retain: false })
    for (const stream of this.#topics.subscribersOf(topic)) stream.send(frame)
  }
}

function streamOf(client: Client): DeviceStream {
  return client.conn as DeviceStream
}

export function openEmbeddedBroker(options: EmbeddedBrokerOptions): Promise<EmbeddedBroker> {
  return new Embedded(options).open()
}
