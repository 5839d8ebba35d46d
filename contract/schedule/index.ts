/** Slots over the wire: what an operator decides, its consequence, and why something does not play. */
export * from './refusals.ts'
export * from './rules-preview.ts'
export * from './schedule-contract.ts'
export * from './slot.ts'
