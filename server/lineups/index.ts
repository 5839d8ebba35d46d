/** The line-ups: planned, signed, announced and fetched. */
export * from './open-lineups.ts'
export { plannedOnDevices } from './planned-store.ts'
export { devicesOfItem, plannedForDevice, type PlannedItem, plannedItems } from './store.ts'
