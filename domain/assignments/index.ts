/** The assignments: which unit a device belongs to after it was moved. */
export * from './assignment.ts'
