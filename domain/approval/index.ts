/** The decision that a given content hash may go out, and how far. */
export * from './approval.ts'
export * from './approval-limits.ts'
export * from './content-of.ts'
export * from './judge-limits.ts'
export * from './rights.ts'
