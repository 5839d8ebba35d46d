/** The schedule: the slots and decisions that are kept, and the timetable that follows from them. */
export {
  copyDecisions,
  readPriorityOrder,
  readTaking,
  savePriorityOrder,
  saveStandingTaking,
  saveTaking,
  standingTakingsOf,
} from './decision-store.ts'
export * from './open-schedule.ts'
export { placeDevices, readUnitPaths, unitsAround } from './place-devices.ts'
export { plannedContent, renditionOf, soundingSeconds } from './read-contents.ts'
export { readNames } from './read-names.ts'
export { showSlot } from './show-slot.ts'
export { readTimetable, type ScheduleParts } from './read-timetable.ts'
export {
  bulletinsWithSlots,
  insertRendition,
  insertSlot,
  readSlot,
  slotsNamingDevices,
  slotsNamingGroup,
  slotsOfBulletin,
  storeCancelledSlot,
  type StoredRendition,
  type StoredSlot,
  storeRestoredSlot,
  storeUpdatedSlot,
} from './store.ts'
