/** The assignments: the signed decision a device obeys, and how people move devices to another unit. */
export * from './assignment.ts'
export * from './assignments-contract.ts'
export * from './refusals.ts'
