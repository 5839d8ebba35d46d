/** The territory over the wire: units, their tree, and the table they are imported from. */
export * from './contract.ts'
export * from './import.ts'
export * from './refusals.ts'
export * from './unit.ts'
export * from './unit-faults.ts'
