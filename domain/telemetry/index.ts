/** What devices measured hour by hour, and how much of the time they were heard. */
export * from './availability.ts'
export * from './hour-sums.ts'
export * from './measures.ts'
