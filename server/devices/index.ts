/** The devices: the inventory and what a device says of itself. */
export { deviceBehind, jwsType, refuse } from './device-http.ts'
export type { Heard } from './heartbeats.ts'
export { groupsOfDevices } from './group-store.ts'
export * from './open-devices.ts'
export { forgetOutages, outagesWithin } from './state-store.ts'
export { groupsLosing, leaveForeignGroups, placeDevice } from './place-store.ts'
export { requireVillageWithin } from './register-device.ts'
export {
  countDevicesIn,
  devicesById,
  devicesKeptIn,
  devicesOfUnits,
  devicesStandingIn,
  readDevice,
  unitsWithDevices,
} from './store.ts'
export type { UpMessageKind } from './up-messages.ts'
