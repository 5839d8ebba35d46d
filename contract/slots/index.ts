/** Slots over the wire: what an officer decides, and its consequence beforehand. */
export * from './refusals.ts'
export * from './rules-preview.ts'
export * from './slot-draft.ts'
export * from './slots-contract.ts'
