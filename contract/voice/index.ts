/** What may be said about voices and readings. */
export * from './refusals.ts'
