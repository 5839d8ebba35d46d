import { assignmentSchema } from '@nguon/contract/assignments'
import type { KeySet } from '@nguon/contract/keys'
import { documentTypes, type SignatureFault, verify } from '@nguon/contract/signing'
import type { Assignment } from '@nguon/domain/assignments'
import { keyInForce } from './key-set.ts'

export type ReadAssignment =
  | { readonly assignment: Assignment }
  | { readonly fault: SignatureFault | 'malformed-payload' | 'key-expired' }

/** Verifies the bytes, then reads what they say. */
export async function readAssignment(jws: string, keySet: KeySet): Promise<ReadAssignment> {
  const verified = await verify(documentTypes.assignment, jws, keySet.keys)
  if ('fault' in verified) return verified
  const assignment = assignmentSchema.safeParse(verified.payload)
  if (!assignment.success) return { fault: 'malformed-payload' }
  if (!keyInForce(keySet, verified.kid, assignment.data.issuedAt)) return { fault: 'key-expired' }
  return { assignment: assignment.data }
}
