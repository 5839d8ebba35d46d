/** The line-up: the one document a device obeys. */
export * from './lineup.ts'
