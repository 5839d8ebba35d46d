/** The assignments: the signed decision a device obeys. */
export * from './assignment.ts'
