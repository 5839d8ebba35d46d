import type { DeviceId } from '@nguon/domain/platform'

/** What a broker has to know of a device to prove it by itself. */
export interface DeviceAccount {
  readonly deviceId: DeviceId
  /** In the form of `hashDeviceSecret`. */
  readonly secretHash: string
}

/**
 * Keeps the accounts and rights of an outside broker: the server's own account, and of the devices exactly those given. One
 * adapter for each kind of broker.
 */
export interface BrokerAccounts {
  /** Gives false when the broker was to know exactly these already. */
  store(devices: readonly DeviceAccount[]): Promise<boolean>
  /** Has the broker take up what was stored last; connections whose secret was withdrawn end with it. Rejects while it cannot. */
  apply(): Promise<void>
}
