/** The devices: what carries messages to and from them. */
export * from './broker.ts'
export * from './broker-limits.ts'
export * from './device-secret.ts'
export * from './embedded-broker.ts'
export * from './mosquitto-rights.ts'
export * from './outside-broker.ts'
