/** The airing on the wire. */
export * from './airing.ts'
