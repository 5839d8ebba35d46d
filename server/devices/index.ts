/** The devices: the inventory, how a device is claimed, its keys and what it says of itself. */
export * from './device-secret.ts'
