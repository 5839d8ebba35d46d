/** The schedule: slots as units decide them, and the timetable that follows. */
export { placeDevices, readUnitPaths } from './place-devices.ts'
export * from './open-schedule.ts'
export { scheduleTaskKinds } from './schedule-tasks.ts'
export { readTimetable } from './read-timetable.ts'
