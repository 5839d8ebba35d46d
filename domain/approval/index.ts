/** The decision that a given content hash may go out, and how far. */
export * from './approval-limits.ts'
