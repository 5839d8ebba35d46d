/** The assignments: which unit a device belongs to after it was moved, and who may move it. */
export * from './assignment.ts'
export * from './rights.ts'
export * from './unit-of-lineup.ts'
