/** Voices, readings and renditions over the wire, and what may be said about them. */
export * from './reading-refusals.ts'
export * from './voice-contract.ts'
export * from './voice-fields.ts'
