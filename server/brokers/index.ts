/** The brokers: what carries messages, embedded or outside, behind one interface. */
export * from './broker.ts'
export * from './broker-limits.ts'
export type { ConnectionFault, ConnectionFaultDetails } from './connection-fault.ts'
export * from './embedded-broker.ts'
export * from './outside-broker.ts'
