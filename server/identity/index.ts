/** Who people are, how they sign in, and which roles they hold in which units. */
export * from './open-identity.ts'
export { type PlacedGrant, readActor, readGrants } from './read-actor.ts'
export { findAccount, findAccountNamed, holdersOf } from './store.ts'
