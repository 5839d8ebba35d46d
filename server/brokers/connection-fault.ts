import type { StreamFault } from '@nguon/server/connections'

/** Why a connection was refused or ended. */
export type ConnectionFault =
  | StreamFault
  | 'crowded'
  /** User name and client id are not the same device id. */
  | 'identifier'
  | 'secret'
  /** The secret could not be checked. */
  | 'unavailable'
  | 'foreign-publish'
  | 'foreign-subscribe'
  | 'connection'
  /** A renewed certificate cannot be used; the old one stays. */
  | 'certificate'
  /** A handler of a message or of presence threw. */
  | 'handler'

export interface ConnectionFaultDetails {
  /** As claimed, not proven, for `identifier`, `secret` and `unavailable`. */
  readonly deviceId: string | null
  readonly address: string
  readonly error?: unknown
}

/** CONNACK return codes (MQTT 3.1.1 §3.2.2.3). */
export const returnCodes = { identifier: 2, unavailable: 3, secret: 4 } as const

/** Told as a fault already when aedes reports it again. */
export class Refused extends Error {
  readonly returnCode: number | undefined

  constructor(message: string, returnCode?: number) {
    super(message)
    this.returnCode = returnCode
  }
}
