/** What may be said about sound files that come in. */
export * from './refusals.ts'
