/** The schedule over the wire: what plays, when, and why something does not. */
export * from './schedule-contract.ts'
export * from './slot.ts'
