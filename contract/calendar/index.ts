/** Lunar days and days off, entered once a year from an approved document. */
export * from './calendar-contract.ts'
export * from './refusals.ts'
export * from './year-faults.ts'
