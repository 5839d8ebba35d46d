import { claimResponseSchema, type ClaimResponse } from '@nguon/contract/claims'
import type { Store } from './store.ts'

const file = 'identity.json'

/** Who this device is; written once with mode 0600, because it holds the secret. */
export function readIdentity(store: Store): ClaimResponse | null {
  return store.readJson(file, claimResponseSchema)
}

export function keepIdentity(store: Store, identity: ClaimResponse): void {
  if (!store.write(file, JSON.stringify(identity)))
    throw new Error(`the identity could not be written to ${store.folder}`)
}
