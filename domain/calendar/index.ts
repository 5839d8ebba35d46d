/** The days of a year as approved documents give them: their lunar date, and whether they are off or worked. */
export * from './calendar-day.ts'
export * from './check-lunar-year.ts'
export * from './check-off-year.ts'
export * from './holidays-against-lunar.ts'
export * from './read-day-cell.ts'
export * from './rights.ts'
export * from './year-columns.ts'
export * from './year-fault.ts'
