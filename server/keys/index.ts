/** The keys of this instance: the root that devices pin, the signing keys under it, and what seals them at rest. */
export type { Keyring } from './keyring.ts'
export * from './open-keys.ts'
export { rewrapSecrets } from './rewrap-secrets.ts'
export { SealedOtherwise } from './sealing.ts'
