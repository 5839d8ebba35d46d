/** What every module builds on: instants, days and ids. */
export * from './ids.ts'
export * from './instant.ts'
