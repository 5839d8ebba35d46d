/** The gateway: what carries messages to devices and from them. */
export * from './broker.ts'
export * from './broker-limits.ts'
export type { ConnectionFault, ConnectionFaultDetails } from './connection-fault.ts'
export * from './embedded-broker.ts'
export * from './mosquitto-accounts.ts'
export * from './open-gateway.ts'
export * from './outside-broker.ts'
