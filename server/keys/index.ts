/** The keys of this instance: the root that devices pin, and the signing keys under it. */
export * from './keyring.ts'
