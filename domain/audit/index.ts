/** The trail of what people did: who, what, where, when. */
export * from './audit-line.ts'
export * from './rights.ts'
