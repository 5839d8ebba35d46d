/** Lunar days and days off of a province, year by year, from approved documents. */
export * from './open-calendar.ts'
export * from './public-holidays.ts'
