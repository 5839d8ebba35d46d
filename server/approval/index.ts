/** The decision about a bulletin: who may take it, what exactly it covers, and how long it holds. */
export * from './approved-contents.ts'
export * from './is-published-sound.ts'
export * from './open-approval.ts'
