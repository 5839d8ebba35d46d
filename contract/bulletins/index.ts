/** Bulletins over the wire: their fields, operations and refusals. */
export * from './bulletin-fields.ts'
export * from './bulletins-contract.ts'
export * from './refusals.ts'
