/** Who people are, and which roles they hold in which units. */
export type { AccountParts, Acting } from './account-parts.ts'
export { findDeputies } from './find-deputies.ts'
export { dismissDeputy, listDeputies, nameDeputy } from './grant-role.ts'
export { addAccount, keepAccount, type NewAccount } from './keep-account.ts'
export * from './open-identity.ts'
export { type PlacedGrant, readActor, readGrants } from './read-actor.ts'
export { readSelf } from './read-self.ts'
export { changeAccount, findAccount, findAccountNamed, hasAccounts, holdersOf } from './store.ts'
