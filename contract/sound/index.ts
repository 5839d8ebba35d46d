/** What may be said about a file that is to be a sound. */
export * from './refusals.ts'
