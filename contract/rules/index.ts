/** What a unit allows in its hours, and the places that need quiet. */
export * from './refusals.ts'
export * from './rules-contract.ts'
