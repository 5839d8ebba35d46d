/** The keys devices trust. */
export * from './key-set.ts'
