/** The sealed trail of acts. */
export { anchorPath, readAnchor } from './anchor.ts'
export * from './audit-routes.ts'
export * from './open-audit.ts'
export * from './seal-lines.ts'
export { findLines } from './store.ts'
export * from './verify-audit.ts'
export * from './write-audit.ts'
