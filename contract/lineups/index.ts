/** The line-up on the wire. */
export * from './lineup.ts'
