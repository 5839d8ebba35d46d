/** The schedule: which slots there are, under which rules, and what therefore plays on a device at an instant. */
export * from './check-slot.ts'
export * from './expand-slot.ts'
export * from './reach.ts'
export * from './slot.ts'
export * from './timetable-index.ts'
export * from './timetable.ts'
export * from './violation.ts'
