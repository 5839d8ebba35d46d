/** A unit's word on slots that reach it, over the wire. */
export * from './refusals.ts'
export * from './takings-contract.ts'
