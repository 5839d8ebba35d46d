/** What every module builds on: instants, days and ids. */
export * from './actor.ts'
export * from './ids.ts'
export * from './instant.ts'
