import { topics } from '@nguon/domain/devices'
import type { UnitPath } from '@nguon/domain/platform'
import { connect, type MqttClient } from 'mqtt'
import type { ClaimResponse } from '@nguon/contract/claims'
import type { Clock } from '../clock/clock.ts'
import { backoff } from './backoff.ts'

const longestBackoff = 60_000
const largestMessage = 64_000
const publishMilliseconds = 10_000

export interface Broker {
  connected(): boolean
  /** Resolves when the broker has it (QoS 1). */
  publish(message: unknown): Promise<void>
  /** The emergencies of these units, and of no others, from now on. */
  belong(unitPath: UnitPath): void
  close(): void
}

export interface BrokerEvents {
  /** `retained`: the broker had kept it. */
  readonly message: (topic: string, payload: string, retained: boolean) => void
  readonly connected: () => void
  readonly lost: (why: string) => void
}

/** The line to the broker: clean sessions, so that everything that matters is said again by either side. */
export function connectBroker(
  url: string,
  { deviceId, secret, unitPath }: Pick<ClaimResponse, 'deviceId' | 'secret'> & { readonly unitPath: UnitPath },
  clock: Clock,
  events: BrokerEvents,
): Broker {
  let emergencies = unitPath.map(unit => topics.emergency(unit))
  let failures = 0
  let closed = false
  let why = 'closed'
  const client: MqttClient = connect(url, {
    clientId: deviceId,
    username: deviceId,
    password: secret,
    clean: true,
    protocolVersion: 4,
    keepalive: 30,
    connectTimeout: 10_000,
    reconnectPeriod: 0,
    queueQoSZero: false,
  })

  client.on('connect', () => {
    failures = 0
    const mine = [topics.lineup, topics.assignment, topics.down, topics.acknowledged].map(topic => topic(deviceId))
    client
      .subscribeAsync([...mine, ...emergencies], { qos: 1 })
      .then(events.connected)
      .catch((error: unknown) => events.lost(String(error)))
  })
  client.on('message', (topic, payload, { retain }) => {
    if (payload.length <= largestMessage) events.message(topic, payload.toString('utf8'), retain)
  })
  client.on('error', error => {
    why = error.message
  })
  client.on('close', () => {
    if (closed) return
    if (failures === 0) events.lost(why)
    clock.at(clock.monotonic() + backoff(failures++, longestBackoff), () => {
      if (!closed && !client.connected) client.reconnect()
    })
  })

  return {
    connected: () => client.connected,
    async publish(message) {
      const published = client.publishAsync(topics.up(deviceId), JSON.stringify(message), { qos: 1 })
      await Promise.race([published, tooLate(publishMilliseconds)])
    },
    belong(path) {
      const former = emergencies
      emergencies = path.map(unit => topics.emergency(unit))
      if (!client.connected) return
      const lost = (error: unknown) => events.lost(String(error))
      const gone = former.filter(topic => !emergencies.includes(topic))
      const fresh = emergencies.filter(topic => !former.includes(topic))
      if (gone.length > 0) client.unsubscribeAsync(gone).catch(lost)
      if (fresh.length > 0) client.subscribeAsync(fresh, { qos: 1 }).catch(lost)
    },
    close() {
      closed = true
      client.end(true)
    },
  }
}

function tooLate(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the broker did not confirm')), milliseconds).unref()
  })
}
