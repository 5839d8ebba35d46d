/** What may be said about voices and what they give. */
export * from './refusals.ts'
