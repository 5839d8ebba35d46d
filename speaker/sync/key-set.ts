import { type KeySet, keySetSchema } from '@nguon/contract/keys'
import { documentTypes, type PublicKey, type SignatureFault, verify } from '@nguon/contract/signing'

export type ReadKeys = { readonly keySet: KeySet } | { readonly fault: SignatureFault | 'malformed-payload' | 'older' }

/** The signing keys of the server, believed only by the root key pinned at the claim, and never an older set. */
export async function readKeySet(jws: string, rootKey: PublicKey, held: KeySet | null): Promise<ReadKeys> {
  const verified = await verify(documentTypes.keySet, jws, [rootKey])
  if ('fault' in verified) return verified
  const keySet = keySetSchema.safeParse(verified.payload)
  if (!keySet.success) return { fault: 'malformed-payload' }
  if (held && keySet.data.issuedAt < held.issuedAt) return { fault: 'older' }
  return { keySet: keySet.data }
}

/** Whether the key that signed was in force at the instant the document says it was issued. */
export function keyInForce(keySet: KeySet, kid: string, issuedAt: number): boolean {
  const key = keySet.keys.find(candidate => candidate.kid === kid)
  return key !== undefined && key.notBefore <= issuedAt && issuedAt < key.notAfter
}
