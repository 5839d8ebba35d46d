/** Bulletins: their versions, their way from draft to published, and the archive with its search. */
export * from './bulletin-step.ts'
export { type BulletinParts, type Caller, placed } from './bulletin-parts.ts'
export * from './edit-bulletin.ts'
export * from './move-bulletin.ts'
export * from './open-bulletins.ts'
export * from './read-bulletin.ts'
export { findBulletin, findVersion } from './store.ts'
