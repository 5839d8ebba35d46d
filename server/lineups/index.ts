/** The line-ups: planned, signed, announced and fetched. */
export * from './open-lineups.ts'
export {
  countComing,
  devicesOfItem,
  plannedForDevice,
  type PlannedItem,
  plannedItems,
  plannedOnDevices,
} from './planned-store.ts'
export { nextVersion } from './store.ts'
