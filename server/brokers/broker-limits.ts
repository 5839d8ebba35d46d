import type { SessionLimits } from '@nguon/server/connections'

export interface BrokerLimits extends SessionLimits {
  readonly filtersPerDevice: number
  /** From connection to CONNECT. */
  readonly connectMilliseconds: number
  /** A device that says nothing for one and a half times this is gone, whatever keep-alive it asked for. */
  readonly keepaliveSeconds: number
}

export const brokerLimits: BrokerLimits = {
  packetBytes: 256 * 1024,
  firstPacketBytes: 1024,
  packetsPerSecond: 50,
  packetBurst: 500,
  backlogBytes: 512 * 1024,
  connections: 25_000,
  unprovenPerAddress: 4_000,
  filtersPerDevice: 50,
  connectMilliseconds: 10_000,
  keepaliveSeconds: 120,
}
