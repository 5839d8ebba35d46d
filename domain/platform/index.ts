/** What every module builds on: instants, days, ids, and Vietnamese text in order and without accents. */
export * from './fold.ts'
export * from './ids.ts'
export * from './instant.ts'
export * from './order.ts'
