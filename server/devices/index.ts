/** The devices: the inventory, how a device is claimed, its keys and what it says of itself. */
export { deviceBehind, jwsType, refuse } from './device-http.ts'
export * from './device-secret.ts'
export { groupsOfDevices } from './group-store.ts'
export * from './identify-device.ts'
export type { Keyring } from './keyring.ts'
export * from './open-devices.ts'
export { devicesOfUnits, readDevice, unitsWithDevices } from './store.ts'
export type { UpMessageKind } from './up-messages.ts'
