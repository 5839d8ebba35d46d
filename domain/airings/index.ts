/** The airing: the record that an item sounded, or why it did not. */
export * from './airing.ts'
