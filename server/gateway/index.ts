/** The gateway: devices proven, heard and told through the broker, and the accounts an outside one keeps. */
export * from './mosquitto-accounts.ts'
export * from './open-gateway.ts'
