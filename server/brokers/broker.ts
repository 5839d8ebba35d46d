import type { DeviceId } from '@nguon/domain/platform'

export type MessageHandler = (deviceId: DeviceId, topic: string, payload: Uint8Array) => void
export type PresenceHandler = (deviceId: DeviceId, online: boolean) => void

export interface PublishOptions {
  /** The broker keeps the message and gives it to whoever subscribes later. An empty payload clears it. */
  readonly retain?: boolean
}

/**
 * What carries messages between the server and its devices: the embedded broker or one outside. It promises delivery to devices
 * connected now and nothing more; what must not be lost is kept in the database and acknowledged by the device in a message of its own.
 * Handlers run in the call that brings the message, so they must be short; what one throws is told as a fault.
 */
export interface Broker {
  /** True when other servers of the house may speak through the same one: what is retained there is retained for all. */
  readonly shared: boolean
  /**
   * The ordinary way: in order, yielding to emergencies. Resolves once the broker has the message, rejects with `BrokerAway`
   * while an outside broker cannot be reached.
   */
  publish(topic: string, payload: string | Uint8Array, options?: PublishOptions): Promise<void>
  /** The way of emergencies: never behind anything published the ordinary way (incident I13). */
  publishUrgent(topic: string, payload: string | Uint8Array, options?: PublishOptions): Promise<void>
  /** Hears every message on `d/<deviceId>/up`, its sender proven by its secret. Returns what ends the hearing. */
  onMessage(handler: MessageHandler): () => void
  /** Hears a device come and go. The embedded broker knows at once; outside it is told from heartbeats. */
  onPresence(handler: PresenceHandler): () => void
  /** Hears that the broker came back after an absence: what it retained may be gone and is to be published again. */
  onReturn(handler: () => void | Promise<void>): () => void
  /** False while an outside broker cannot be reached. */
  available(): boolean
  /** Ends the connection of a device whose secret was withdrawn. */
  disconnect(deviceId: DeviceId): Promise<void>
  connectedCount(): number
  isConnected(deviceId: DeviceId): boolean
  close(): Promise<void>
}

/** The outside broker cannot be reached now; publish again when it returns. */
export class BrokerAway extends Error {
  override readonly name = 'BrokerAway'
}
