/** What every module builds on: instants, days, ids, who acts, and Vietnamese text in order and without accents. */
export * from './actor.ts'
export * from './calendar.ts'
export * from './fold.ts'
export * from './ids.ts'
export * from './instant.ts'
export * from './order.ts'
export * from './write-table.ts'
export * from './zone.ts'
