/** The alarms: what about a device a person must look at, opened by what devices say and by their silence. */
export { alarmTaskKinds } from './alarm-tasks.ts'
export * from './open-alarms.ts'
export { acknowledgementAfter } from './list-store.ts'
export { takeFindings } from './take-findings.ts'
