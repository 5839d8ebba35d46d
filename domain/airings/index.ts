/** The airing: the record that an item sounded, or why it did not. */
export * from './airing.ts'
export * from './rights.ts'
export * from './session.ts'
