/** The decision about a bulletin, over the wire. */
export * from './approval-contract.ts'
export * from './approval-fields.ts'
export * from './refusals.ts'
