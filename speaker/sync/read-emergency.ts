import { emergencyAheadSchema, emergencyDocumentSchema } from '@nguon/contract/emergencies'
import type { KeySet } from '@nguon/contract/keys'
import { documentTypes, type SignatureFault, verify } from '@nguon/contract/signing'
import { type EmergencyAhead, type EmergencyDocument, emergencyTypes } from '@nguon/domain/emergencies'
import { keyInForce } from './key-set.ts'

export type ReadEmergency =
  | { readonly document: EmergencyDocument }
  | { readonly ahead: EmergencyAhead }
  | { readonly fault: SignatureFault | 'malformed-payload' | 'key-expired' }

/** Verifies the bytes as an emergency, as a drill and as a word to fetch ahead, each by its own type; then reads them. */
export async function readEmergency(jws: string, keySet: KeySet): Promise<ReadEmergency> {
  for (const type of emergencyTypes) {
    const verified = await verify(documentTypes[type], jws, keySet.keys)
    if ('fault' in verified && verified.fault === 'type') continue
    if ('fault' in verified) return verified
    const document = emergencyDocumentSchema.safeParse(verified.payload)
    // What is signed as a drill and says inside that it is none is neither.
    if (!document.success || document.data.type !== type) return { fault: 'malformed-payload' }
    return keyInForce(keySet, verified.kid, document.data.sentAt)
      ? { document: document.data }
      : { fault: 'key-expired' }
  }
  const verified = await verify(documentTypes.ahead, jws, keySet.keys)
  if ('fault' in verified) return verified
  const ahead = emergencyAheadSchema.safeParse(verified.payload)
  if (!ahead.success) return { fault: 'malformed-payload' }
  return keyInForce(keySet, verified.kid, ahead.data.issuedAt) ? { ahead: ahead.data } : { fault: 'key-expired' }
}
